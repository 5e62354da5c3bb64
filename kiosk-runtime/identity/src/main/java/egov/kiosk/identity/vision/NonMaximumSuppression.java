package egov.kiosk.identity.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps one box a face: the surest of those that overlap.
 *
 * @param maxOverlap boxes that overlap a surer one by more than this (intersection over union) go
 */
record NonMaximumSuppression(double maxOverlap) {
  /** The boxes that remain, surest first; looks at the surest {@code limit} only. */
  List<FaceBox> filter(List<FaceBox> boxes, int limit) {
    List<FaceBox> kept = new ArrayList<>();
    boxes.stream()
        .sorted(Comparator.comparingDouble(FaceBox::score).reversed())
        .limit(limit)
        .filter(box -> kept.stream().noneMatch(other -> other.overlap(box) > maxOverlap))
        .forEachOrdered(kept::add);
    return kept;
  }
}
