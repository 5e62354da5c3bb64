package egov.kiosk.identity.vision;

import egov.kiosk.identity.pack.ModelEntry;
import egov.kiosk.identity.pack.ModelOutput;
import java.util.List;

/** Reads a detector's answers: boxes in fractions of its input. */
interface BoxDecoder {
  /** Names of the answers it reads, in its order; none for the only one. */
  String[] outputs();

  /** Boxes of at least that score, in no order. */
  List<FaceBox> boxes(List<float[]> answers, double minScore);

  static BoxDecoder of(ModelEntry detector) {
    return detector.output() == ModelOutput.ANCHOR_GRID
        ? new AnchorGrid(detector.anchors())
        : new ScoresBoxes();
  }
}
