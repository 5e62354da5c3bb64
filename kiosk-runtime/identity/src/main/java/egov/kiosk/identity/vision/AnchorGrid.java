package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.Alignment.Spot;
import java.util.ArrayList;
import java.util.List;

/**
 * A square grid of cells, each with a few anchors of five values: where in the cell the face's
 * middle lies, by how much (as a logarithm) it is wider and higher than the anchor, and how sure
 * that is. Redmon and Farhadi, "YOLO9000", CVPR 2017, section 2.
 *
 * @param anchors widths and heights in cells
 */
record AnchorGrid(List<Spot> anchors) implements BoxDecoder {
  private static final int VALUES = 5;

  @Override
  public String[] outputs() {
    return new String[0];
  }

  @Override
  public List<FaceBox> boxes(List<float[]> answers, double minScore) {
    float[] map = answers.get(0);
    int side = (int) Math.round(Math.sqrt((double) map.length / (anchors.size() * VALUES)));
    int cells = side * side;
    List<FaceBox> found = new ArrayList<>();
    for (int anchor = 0; anchor < anchors.size(); anchor++) {
      int base = anchor * VALUES * cells;
      for (int cell = 0; cell < cells; cell++) {
        double score = logistic(map[base + 4 * cells + cell]);
        if (score >= minScore) {
          found.add(box(map, base + cell, cells, side, anchors.get(anchor), score));
        }
      }
    }
    return found;
  }

  private static FaceBox box(float[] map, int at, int cells, int side, Spot anchor, double score) {
    int cell = at % cells;
    double width = Math.exp(map[at + 2 * cells]) * anchor.x() / side;
    double height = Math.exp(map[at + 3 * cells]) * anchor.y() / side;
    double x = (cell % side + logistic(map[at])) / side;
    double y = (cell / side + logistic(map[at + cells])) / side;
    return new FaceBox(x - width / 2, y - height / 2, width, height, score);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
