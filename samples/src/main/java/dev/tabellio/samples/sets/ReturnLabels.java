package dev.tabellio.samples.sets;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code labels.json} of one filled tax return: what was entered into which field of which form.
 *
 * @param scenario name of the return
 * @param packet file with all forms of the return, in the order of {@code forms}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReturnLabels(String scenario, List<Form> forms, String packet) {

    ReturnLabels {
        forms = List.copyOf(forms);
    }

    /**
     * @param form the form's name as the labels know it
     * @param packetFirstPage page of the packet that the form starts on, from 1
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Form(
            String file,
            String form,
            int pages,
            @JsonProperty("packet_first_page") int packetFirstPage,
            List<Entry> fields) {
        Form {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param field fully qualified AcroForm name
     * @param meaning path of the fact that was entered
     * @param page inside the form's own file, from 1
     * @param rect left, bottom, right, top in points, origin bottom-left
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String field, String meaning, String value, int page, List<Double> rect) {
        Entry {
            rect = List.copyOf(rect);
        }
    }
}
