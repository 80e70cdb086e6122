package dev.tabellio.samples.sets;

import dev.tabellio.document.PageArea;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document on paper.
 *
 * @param file one of the case's files
 * @param areas where it stands, in page order
 * @param places by pointer, where a value is printed; empty if the labels do not say
 */
public record Print(String file, List<PageArea> areas, Map<String, Place> places) {

    /** @throws IllegalArgumentException if there is no area or a place is on none of its pages */
    public Print {
        areas = List.copyOf(areas);
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("a print stands somewhere");
        }
        List<Integer> pages = areas.stream().map(PageArea::page).toList();
        places.forEach((pointer, place) -> {
            if (!pages.contains(place.page())) {
                throw new IllegalArgumentException(
                        "%s is on page %s, which is not of the document".formatted(pointer, place.page()));
            }
        });
    }
}
