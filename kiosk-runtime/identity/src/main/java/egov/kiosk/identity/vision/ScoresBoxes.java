package egov.kiosk.identity.vision;

import java.util.ArrayList;
import java.util.List;

/** Answers {@code scores} N×2 (no face, face) and {@code boxes} N×4 (left, top, right, bottom). */
record ScoresBoxes() implements BoxDecoder {
  @Override
  public String[] outputs() {
    return new String[] {"scores", "boxes"};
  }

  @Override
  public List<FaceBox> boxes(List<float[]> answers, double minScore) {
    float[] scores = answers.get(0);
    float[] corners = answers.get(1);
    List<FaceBox> found = new ArrayList<>();
    for (int i = 0; i < scores.length / 2; i++) {
      double score = scores[2 * i + 1];
      double width = corners[4 * i + 2] - corners[4 * i];
      double height = corners[4 * i + 3] - corners[4 * i + 1];
      if (score >= minScore && width > 0 && height > 0) {
        found.add(new FaceBox(corners[4 * i], corners[4 * i + 1], width, height, score));
      }
    }
    return found;
  }
}
