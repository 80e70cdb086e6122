package dev.tabellio.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctypesCommandTest {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsShippedTypes() {
        assertThat(run("doctypes")).isZero();
        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).startsWith("us-w2 ").endsWith("shipped"));
    }

    @Test
    void listsTheTypesOfTheHomeFolder() throws IOException {
        writeReceipt();

        assertThat(run("doctypes", "--json")).isZero();
        assertThat(out.toString()).contains("\"id\" : \"receipt\"", "\"from\" : \"" + home);
    }

    @Test
    void showsFieldsOfAType() throws IOException {
        writeReceipt();

        assertThat(run("doctypes", "show", "receipt")).isZero();
        assertThat(out.toString()).contains("/Number  identifier  Receipt number");
    }

    @Test
    void anUnknownTypeNamesTheKnownOnes() {
        assertThat(run("doctypes", "show", "us-w3")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("us-w2");
    }

    @Test
    void aBrokenFolderFailsTheCheckAndDoesNotStopTheOthers() throws IOException {
        Path receipt = writeReceipt();
        Path broken = Files.createDirectory(home.resolve("broken"));

        assertThat(run("doctypes", "check", broken.toString(), receipt.toString()))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(out.toString().lines()).contains(broken.toString(), "  doctype.yaml: is missing");
        assertThat(out.toString()).contains(receipt.toString());
    }

    @Test
    void beginsATypeInTheHomeFolderOnce() throws IOException {
        Path schema = home.resolve("schema.json");
        Files.writeString(
                schema, "{\"properties\": {\"Number\": {\"type\": \"string\", \"description\": \"Ticket number\"}}}");

        assertThat(run("doctypes", "new", "ticket", "--from-schema", schema.toString()))
                .isZero();
        assertThat(out.toString())
                .contains(home.resolve("doctypes").resolve("ticket").toString());
        assertThat(run("doctypes", "show", "ticket")).isZero();
        assertThat(out.toString()).contains("/Number  text  Ticket number");
        assertThat(run("doctypes", "new", "ticket", "--from-schema", schema.toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("is there already");
    }

    @Test
    void triesATypeThatIsNowhere() {
        assertThat(run("doctypes", "try", "nowhere", "a.pdf")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("nowhere is not a folder");
    }

    private Path writeReceipt() throws IOException {
        Path folder = Files.createDirectories(home.resolve("doctypes").resolve("receipt"));
        Files.writeString(folder.resolve("doctype.yaml"), """
                title: Receipt
                version: "1"
                family: tax-form
                identity: {key: [/Number]}
                required: [/Number]
                """);
        Files.writeString(folder.resolve("schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties":
                  {"Number": {"type": "string", "x-tabellio-kind": "identifier", "description": "Receipt number"}}}
                """);
        return folder;
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--home";
        all[1] = home.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Tabellio.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
