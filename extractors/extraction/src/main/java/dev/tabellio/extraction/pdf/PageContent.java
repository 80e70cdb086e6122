package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import dev.tabellio.document.Checkbox;
import dev.tabellio.document.FormField;
import dev.tabellio.document.HiddenText;
import dev.tabellio.document.Word;
import dev.tabellio.extraction.geometry.Ruling;
import java.util.List;
import java.util.Map;

/**
 * What is printed on one page of a PDF.
 *
 * @param width of the displayed page in points
 * @param height of the displayed page in points
 * @param words that a person sees, in no particular order: origin TEXT_LAYER, and FORM_FIELD for the values of form fields.
 *     Values set wide apart, one character to a box of a comb ({@code 4 0 0 0 0 1 0 3 8}), stay words of one character;
 *     whoever reads the field joins them. Marks inside of checkboxes are not words.
 * @param hidden text that a person does not see, by the reason; the OCR layer of a scan is of this kind
 * @param rulings straight lines and thin bars
 * @param checkboxes drawn ones and widgets
 * @param formFields text and choice fields with a value
 * @param images places of the images
 * @param strokes bounds of small paths that are neither straight lines nor frames
 * @param signatureFields signed or not
 * @param shapes painted lines and areas, of which letters drawn as outlines are made
 * @param characters visible glyphs that have a known character
 * @param unmapped places of glyphs without a known character
 */
public record PageContent(
        double width,
        double height,
        List<Word> words,
        Map<HiddenText.Why, List<Word>> hidden,
        List<Ruling> rulings,
        List<Checkbox> checkboxes,
        List<FormField> formFields,
        List<BoundingBox> images,
        List<BoundingBox> strokes,
        List<SignatureField> signatureFields,
        int shapes,
        int characters,
        List<BoundingBox> unmapped) {

    public PageContent {
        words = List.copyOf(words);
        hidden = Map.copyOf(hidden);
        rulings = List.copyOf(rulings);
        checkboxes = List.copyOf(checkboxes);
        formFields = List.copyOf(formFields);
        images = List.copyOf(images);
        strokes = List.copyOf(strokes);
        signatureFields = List.copyOf(signatureFields);
        unmapped = List.copyOf(unmapped);
    }

    public BoundingBox bounds() {
        return new BoundingBox(0, 0, width, height);
    }
}
