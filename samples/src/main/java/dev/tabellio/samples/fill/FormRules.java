package dev.tabellio.samples.fill;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which descriptions of fields mean which leaves of a document type, where the line number alone does not tell.
 *
 * @param forms of the type: each begins the title of a file, after the year
 * @param prints what the pages say, for files without a title; all of it
 * @param year of files that do not say it in the title
 * @param type id of the document type
 * @param printed leaves that the form itself prints, which nothing here knows
 */
record FormRules(
        List<String> forms,
        List<String> prints,
        @Nullable Integer year,
        String type,
        List<String> printed,
        List<Rule> fields) {

    FormRules(
            @Nullable List<String> forms,
            @Nullable List<String> prints,
            @Nullable Integer year,
            String type,
            @Nullable List<String> printed,
            @Nullable List<Rule> fields) {
        this.forms = forms == null ? List.of() : List.copyOf(forms);
        this.prints = prints == null ? List.of() : List.copyOf(prints);
        this.year = year;
        this.type = type;
        this.printed = printed == null ? List.of() : List.copyOf(printed);
        this.fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The whole file. @param head rules of every type that has such leaves, after its own */
    private record Book(List<Rule> head, List<FormRules> types) {}

    /**
     * @param to pointer; {@code $1} in it is the row that the first group of {@code says} names: a number from 1, or a
     *     letter from A
     * @param says pattern that is found in the description
     * @param field pattern that is found in the field's name; in its place or beside it
     * @param value what to enter, see {@link dev.tabellio.samples.content.SeededValues}; amounts where it is left out
     * @param is of a box to tick that is one of several: the value that it stands for
     */
    record Rule(
            String to,
            @Nullable String says,
            @Nullable String field,
            @Nullable String value,
            @Nullable String is) {

        /** The pointer that the rule gives a field; empty if the rule is not about it. */
        Optional<String> pointer(BlankForm.Widget widget) {
            if ((is != null || "tick".equals(value)) != widget.tick()) {
                return Optional.empty();
            }
            if (field != null && !Pattern.compile(field).matcher(widget.field()).find()) {
                return Optional.empty();
            }
            if (says == null) {
                return field == null ? Optional.empty() : Optional.of(to);
            }
            Matcher matcher = Pattern.compile(says).matcher(widget.says());
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.of(
                    matcher.groupCount() == 0 ? to : to.replace("$1", Integer.toString(row(matcher.group(1)))));
        }

        private static int row(String name) {
            return Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) - 1 : name.charAt(0) - 'A';
        }
    }

    /** All rules that ship. */
    static List<FormRules> all() throws IOException {
        try (InputStream yaml = FormRules.class.getResourceAsStream("fill.yaml")) {
            Book book = new YAMLMapper().readValue(Objects.requireNonNull(yaml), Book.class);
            return book.types().stream().map(rules -> rules.with(book.head())).toList();
        }
    }

    /** Whether a form is of the type. */
    boolean areFor(BlankForm blank) {
        return blank.title().isBlank()
                ? !prints.isEmpty() && prints.stream().allMatch(blank.print()::contains)
                : forms.stream().anyMatch(form -> (blank.name() + " ").startsWith(form.toLowerCase(Locale.ROOT) + " "));
    }

    private FormRules with(List<Rule> head) {
        List<Rule> all = new ArrayList<>(fields);
        if (!forms.isEmpty()) {
            all.addAll(head);
        }
        return new FormRules(forms, prints, year, type, printed, all);
    }
}
