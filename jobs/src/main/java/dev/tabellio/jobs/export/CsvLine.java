package dev.tabellio.jobs.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** RFC 4180: fields separated by commas, quoted where needed, lines ended by CR LF. */
public final class CsvLine {

    private CsvLine() {}

    /** Writes one record. */
    public static void write(Writer out, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(fields.get(i)));
        }
        out.write("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
