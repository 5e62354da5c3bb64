package egov.kiosk.camera.page;

import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.PageFlaw;
import egov.kiosk.domain.device.PageOutline;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;

/**
 * From a picture of the table to a page. Without state; safe for use by several threads. Every
 * picture it makes on the way is overwritten.
 */
public final class PageScanner {
  /** A document nearer to the picture's edge than this reaches beyond it. */
  private static final double MARGIN = 0.004;

  private final PageFinder finder = new PageFinder();
  private final PageCutter cutter = new PageCutter();
  private final PageJudge judge = new PageJudge();
  private final PageJpeg jpeg = new PageJpeg();

  /** Where a document lies; empty when none is seen. The frame stays the caller's. */
  public Optional<PageOutline> outline(Frame frame) {
    Mat picture = mat(frame);
    try {
      return finder.find(picture).map(corners -> relative(corners, frame));
    } finally {
      wipe(picture);
    }
  }

  /** Cuts the document out and judges it. The frame stays the caller's. */
  public DocumentPage scan(Frame frame) {
    Mat picture = mat(frame);
    Mat page = null;
    try {
      Optional<List<Point>> corners = finder.find(picture);
      page = corners.isPresent() ? cutter.cut(picture, corners.get()) : picture.clone();
      Set<PageFlaw> flaws = EnumSet.noneOf(PageFlaw.class);
      flaws.addAll(judge.judge(page));
      if (corners.isEmpty()) {
        flaws.add(PageFlaw.NO_EDGES);
      } else if (cutOff(corners.get(), frame)) {
        flaws.add(PageFlaw.CUT_OFF);
      }
      return new DocumentPage(jpeg.encode(page), page.cols(), page.rows(), flaws);
    } finally {
      wipe(picture);
      if (page != null) {
        wipe(page);
      }
    }
  }

  private static Mat mat(Frame frame) {
    Mat picture = new Mat(frame.height(), frame.width(), CvType.CV_8UC3);
    picture.put(0, 0, frame.bgr());
    return picture;
  }

  private static void wipe(Mat picture) {
    picture.setTo(Scalar.all(0));
    picture.release();
  }

  private static boolean cutOff(List<Point> corners, Frame frame) {
    double x = MARGIN * frame.width();
    double y = MARGIN * frame.height();
    return corners.stream()
        .anyMatch(
            corner ->
                corner.x <= x
                    || corner.y <= y
                    || corner.x >= frame.width() - 1 - x
                    || corner.y >= frame.height() - 1 - y);
  }

  private static PageOutline relative(List<Point> corners, Frame frame) {
    return new PageOutline(
        corners.stream()
            .map(
                corner ->
                    new PageOutline.Corner(
                        within(corner.x / frame.width()), within(corner.y / frame.height())))
            .toList());
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
