package dev.tabellio.extraction.pdf;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Collection;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Who signed a signature field and when, as the signature says: its name or that of its certificate. Whether the signature is
 * valid is not checked.
 */
final class SignedValue {

    /** Bytes of the largest signature that is looked into; they carry chains of certificates and lists of revoked ones. */
    private static final int LARGEST = 1 << 20;

    private SignedValue() {}

    static SignatureField of(Widget widget) {
        return widget.signature()
                .map(signature -> new SignatureField(widget.box(), true, text(signature)))
                .orElseGet(() -> new SignatureField(widget.box(), false, ""));
    }

    private static String text(COSDictionary signature) {
        String name = Optional.ofNullable(signature.getString(COSName.NAME))
                .filter(text -> !text.isBlank())
                .or(() -> commonName(signature))
                .orElse("");
        return day(signature).map(day -> (name + " " + day).strip()).orElse(name.strip());
    }

    private static Optional<LocalDate> day(COSDictionary signature) {
        Calendar time = signature.getDate(COSName.M);
        return Optional.ofNullable(time)
                .map(at -> at.toInstant()
                        .atOffset(ZoneOffset.ofTotalSeconds(at.getTimeZone().getOffset(at.getTimeInMillis()) / 1000))
                        .toLocalDate());
    }

    /** The first certificate that signs no other one is the signer's. */
    private static Optional<String> commonName(COSDictionary signature) {
        if (!(signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString contents)
                || contents.getBytes().length > LARGEST) {
            return Optional.empty();
        }
        try {
            Collection<?> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(contents.getBytes()));
            return chain.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .filter(certificate -> certificate.getBasicConstraints() < 0)
                    .map(certificate ->
                            commonName(certificate.getSubjectX500Principal().getName()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(String subject) {
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
