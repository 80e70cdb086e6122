package dev.tabellio.document;

/**
 * How a displayed page has to be turned to be read, and the way back: a sheet that was scanned on its side or askew.
 *
 * <p>A box is mapped by its middle and keeps its size, since the hull of a slanted row would reach into its neighbours; so
 * the way there and back gives the same box.
 *
 * @param quarters turned clockwise by so many quarter turns first, 0 to 3
 * @param degrees then turned clockwise around the middle of the page by so much to lie straight
 */
public record ReadingFrame(int quarters, double degrees) {

    /** The page can be read as it is displayed. */
    public static final ReadingFrame AS_DISPLAYED = new ReadingFrame(0, 0);

    /** @throws IllegalArgumentException if the quarter turns are not 0 to 3 or the angle is 45 degrees or more */
    public ReadingFrame {
        if (quarters < 0 || quarters > 3 || !(Math.abs(degrees) < 45)) {
            throw new IllegalArgumentException("not a turn: %d quarters, %s degrees".formatted(quarters, degrees));
        }
        degrees = Math.round(degrees * 1000) / 1000.0;
    }

    /** Width in points of the upright page. @param width of the displayed page @param height of the displayed page */
    public double uprightWidth(double width, double height) {
        return quarters % 2 == 0 ? width : height;
    }

    /** Height in points of the upright page. @param width of the displayed page @param height of the displayed page */
    public double uprightHeight(double width, double height) {
        return quarters % 2 == 0 ? height : width;
    }

    /** A box of the upright page where it stands on the displayed one, whose size is given. */
    public BoundingBox toDisplayed(BoundingBox upright, double width, double height) {
        double middleX = uprightWidth(width, height) / 2;
        double middleY = uprightHeight(width, height) / 2;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double dx = upright.centerX() - middleX;
        double dy = upright.centerY() - middleY;
        double x = dx * cos + dy * sin + middleX;
        double y = -dx * sin + dy * cos + middleY;
        double atX = switch (quarters) {
            case 1 -> y;
            case 2 -> width - x;
            case 3 -> width - y;
            default -> x;
        };
        double atY = switch (quarters) {
            case 1 -> height - x;
            case 2 -> height - y;
            case 3 -> x;
            default -> y;
        };
        return sized(upright, atX, atY);
    }

    /** A box of the displayed page, whose size is given, where it stands on the upright one. */
    public BoundingBox toUpright(BoundingBox displayed, double width, double height) {
        double x = switch (quarters) {
            case 1 -> height - displayed.centerY();
            case 2 -> width - displayed.centerX();
            case 3 -> displayed.centerY();
            default -> displayed.centerX();
        };
        double y = switch (quarters) {
            case 1 -> displayed.centerX();
            case 2 -> height - displayed.centerY();
            case 3 -> width - displayed.centerX();
            default -> displayed.centerY();
        };
        double middleX = uprightWidth(width, height) / 2;
        double middleY = uprightHeight(width, height) / 2;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double dx = x - middleX;
        double dy = y - middleY;
        return sized(displayed, dx * cos - dy * sin + middleX, dx * sin + dy * cos + middleY);
    }

    private BoundingBox sized(BoundingBox box, double middleX, double middleY) {
        double halfWidth = (quarters % 2 == 0 ? box.width() : box.height()) / 2;
        double halfHeight = (quarters % 2 == 0 ? box.height() : box.width()) / 2;
        return new BoundingBox(middleX - halfWidth, middleY - halfHeight, middleX + halfWidth, middleY + halfHeight);
    }
}
