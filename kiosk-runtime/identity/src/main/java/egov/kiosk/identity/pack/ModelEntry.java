package egov.kiosk.identity.pack;

import java.util.List;
import java.util.Objects;

/**
 * One model of a pack.
 *
 * @param file the ONNX file
 * @param input how it wants to see pictures
 * @param output how its answer is read
 * @param anchors for {@link ModelOutput#ANCHOR_GRID}: five widths and heights, in cells; else empty
 */
public record ModelEntry(
    PackFile file, ModelInput input, ModelOutput output, List<Alignment.Spot> anchors) {
  /** How many anchors a grid has. */
  public static final int ANCHORS = 5;

  public ModelEntry {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(output, "output");
    anchors = List.copyOf(anchors);
    if (anchors.size() != (output == ModelOutput.ANCHOR_GRID ? ANCHORS : 0)) {
      throw new IllegalArgumentException("five anchors for a grid of anchors, else none");
    }
  }
}
