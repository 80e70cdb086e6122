package dev.tabellio.extraction.classify;

import dev.tabellio.document.Classification;
import dev.tabellio.document.Document;
import dev.tabellio.document.Page;
import dev.tabellio.document.PageArea;
import dev.tabellio.document.ParsedFile;
import java.util.List;

/** Shows another classifier every page upright and brings the areas that it finds back to the displayed pages. */
public final class UprightPacketClassifier implements PacketClassifier {

    private final PacketClassifier upright;

    /** @param upright reads pages that stand upright and straight */
    public UprightPacketClassifier(PacketClassifier upright) {
        this.upright = upright;
    }

    @Override
    public Classification classify(ParsedFile file) {
        Classification found = upright.classify(file.upright());
        return new Classification(
                found.documents().stream()
                        .map(document -> new Document(
                                document.id(),
                                document.sha256(),
                                document.type(),
                                document.typeVersion(),
                                displayed(file, document.areas()),
                                document.copies().stream()
                                        .map(areas -> displayed(file, areas))
                                        .toList()))
                        .toList(),
                found.pages());
    }

    private static List<PageArea> displayed(ParsedFile file, List<PageArea> areas) {
        return areas.stream()
                .map(area -> {
                    Page page = file.page(area.page());
                    return new PageArea(
                            area.page(), page.frame().toDisplayed(area.area(), page.width(), page.height()));
                })
                .toList();
    }

    @Override
    public String version() {
        return upright.version();
    }
}
