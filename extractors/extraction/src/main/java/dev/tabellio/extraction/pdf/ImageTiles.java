package dev.tabellio.extraction.pdf;

import dev.tabellio.document.BoundingBox;
import java.util.ArrayList;
import java.util.List;

/** Scanners and printer drivers cut a picture into strips or tiles: what lies edge to edge is one picture. */
final class ImageTiles {

    /** Points between two tiles, or by which they overlap. */
    private static final double SEAM = 1;

    /** Largest part of the joined picture that none of its tiles covers, or that two do. */
    private static final double LOOSE = 0.05;

    /** Images of a page beyond which they are patterns of dots, not tiles. */
    private static final int MOST = 3_000;

    private ImageTiles() {}

    /** Pictures of whole tiles, in the order of their first ones. */
    static List<BoundingBox> joined(List<BoundingBox> images) {
        List<BoundingBox> pictures = new ArrayList<>(images);
        int before = Integer.MAX_VALUE;
        while (pictures.size() > 1 && pictures.size() <= MOST && pictures.size() < before) {
            before = pictures.size();
            pictures = pass(pictures);
        }
        return List.copyOf(pictures);
    }

    private static List<BoundingBox> pass(List<BoundingBox> tiles) {
        List<BoundingBox> pictures = new ArrayList<>();
        for (BoundingBox tile : tiles) {
            int at = 0;
            while (at < pictures.size() && !fit(pictures.get(at), tile)) {
                at++;
            }
            if (at < pictures.size()) {
                pictures.set(at, pictures.get(at).union(tile));
            } else {
                pictures.add(tile);
            }
        }
        return pictures;
    }

    private static boolean fit(BoundingBox a, BoundingBox b) {
        boolean beside = a.left() <= b.right() + SEAM
                && b.left() <= a.right() + SEAM
                && a.top() <= b.bottom() + SEAM
                && b.top() <= a.bottom() + SEAM;
        double whole = a.union(b).area();
        return beside
                && Math.abs(a.area() + b.area() - whole) <= LOOSE * Math.min(whole, Math.min(a.area(), b.area()) * 10);
    }
}
