package dev.tabellio.samples.forms;

import dev.tabellio.samples.content.Dice;
import dev.tabellio.samples.draw.Align;
import dev.tabellio.samples.draw.Face;
import dev.tabellio.samples.draw.Ink;
import dev.tabellio.samples.draw.Style;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How the values of one document are printed: the ink and the way of writing amounts. */
public record Look(Ink ink, Amounts amounts) {

    /** Ways of writing an amount. */
    public enum Amounts {
        /** 15,205.50, and 15,205 for whole dollars. */
        SHORT("#,##0.00", true),
        /** 15205.50 */
        PLAIN("0.00", false),
        /** 15,205.50 */
        GROUPED("#,##0.00", false),
        /** $15,205.50 */
        DOLLAR("$#,##0.00", false);

        private final String pattern;
        private final boolean dropsZeroCents;

        Amounts(String pattern, boolean dropsZeroCents) {
            this.pattern = pattern;
            this.dropsZeroCents = dropsZeroCents;
        }

        /** Amounts below zero stand in parentheses, where thousands are grouped; else they have a minus sign. */
        String print(String exported) {
            BigDecimal amount = new BigDecimal(exported);
            String text =
                    new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.abs());
            text = dropsZeroCents && text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
            return amount.signum() >= 0 ? text : this == PLAIN ? "-" + text : "(" + text + ")";
        }
    }

    public static Look of(Dice dice) {
        Face face = dice.oneOf(List.of(Face.SANS, Face.SANS, Face.MONO, Face.SANS_BOLD));
        return new Look(new Ink(face, 8.5), dice.oneOf(List.of(Amounts.values())));
    }

    /** The look of what a person types into a fillable form. */
    public static Look typed(Dice dice) {
        return new Look(new Ink(Face.SANS, 9), dice.oneOf(List.of(Amounts.SHORT, Amounts.PLAIN, Amounts.GROUPED)));
    }

    Style text() {
        return Style.plain(ink, Align.LEFT);
    }

    Style centered() {
        return Style.plain(ink, Align.CENTER);
    }

    Style amount() {
        UnaryOperator<String> print = amounts::print;
        return new Style(ink, Align.RIGHT, print);
    }

    Look sized(double size) {
        return new Look(ink.sized(size), amounts);
    }
}
