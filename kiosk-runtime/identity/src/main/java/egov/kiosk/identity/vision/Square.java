package egov.kiosk.identity.vision;

import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;

/**
 * A part of a picture to look at: a square that may lean and reach beyond the edges.
 *
 * @param lean in radians
 */
record Square(Point centre, double side, double lean) {
  /** Cuts it out upright, black beyond the picture; the scratch owns the result. */
  Mat cut(Mat picture, int pixels, Scratch scratch) {
    double a = Math.cos(lean) * pixels / side;
    double b = -Math.sin(lean) * pixels / side;
    double half = pixels / 2.0;
    Similarity upright =
        new Similarity(
            a, b, half - a * centre.x + b * centre.y, half - b * centre.x - a * centre.y);
    return upright.draw(picture, new Size(pixels, pixels), scratch);
  }

  /** Where a point of the cut square, in fractions of its side, lies in the picture. */
  Point inPicture(double x, double y) {
    double dx = (x - 0.5) * side;
    double dy = (y - 0.5) * side;
    return new Point(
        centre.x + Math.cos(lean) * dx - Math.sin(lean) * dy,
        centre.y + Math.sin(lean) * dx + Math.cos(lean) * dy);
  }
}
