package egov.kiosk.flow.step;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.DocumentPage;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.domain.picture.JpegJudge;
import egov.kiosk.domain.picture.PictureRefusedException;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.surroundings.Lens;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The document camera, on from entering the page until it is left. The thread that switches it on
 * also takes the pages and switches it off. What it takes is judged before any decoder sees it.
 */
final class DocumentLook extends Errand implements Lens {
  private static final Duration TAKE = Duration.ofSeconds(5);
  private static final JpegJudge JUDGE = new JpegJudge(DocumentPage.MOST_BYTES, 8192, 8192);

  private final MaterialStep step;
  private final DocumentCamera camera;
  private final BlockingQueue<String> wanted = new ArrayBlockingQueue<>(1);
  private volatile DocumentCamera.Stream stream;

  DocumentLook(Session session, Floor floor, MaterialStep step, DocumentCamera camera) {
    super(session, floor);
    this.step = step;
    this.camera = camera;
  }

  /** Has a page taken; pressing again meanwhile changes nothing. */
  void take(String material) {
    wanted.offer(material);
  }

  @Override
  public Optional<byte[]> preview() {
    DocumentCamera.Stream open = stream;
    return open == null ? Optional.empty() : open.preview();
  }

  @Override
  public Optional<PageOutline> outline() {
    DocumentCamera.Stream open = stream;
    return open == null ? Optional.empty() : open.outline();
  }

  @Override
  public void run() throws InterruptedException {
    try (DocumentCamera.Stream open = camera.open()) {
      stream = open;
      meanwhile(() -> step.ready(session()));
      while (!Thread.currentThread().isInterrupted()) {
        page(open, wanted.take());
      }
    } catch (DeviceException e) {
      done(() -> step.lost(session(), e.fault()));
    } finally {
      stream = null;
    }
  }

  private void page(DocumentCamera.Stream open, String material) throws DeviceException {
    DocumentPage page = open.take(TAKE);
    try {
      JUDGE.judge(page.jpeg());
    } catch (PictureRefusedException e) {
      page.close();
      throw new DeviceException(FaultCode.PICTURE_REFUSED, camera.name(), e.getMessage());
    }
    if (!meanwhileTaken(material, page)) {
      page.close();
    }
  }

  private boolean meanwhileTaken(String material, DocumentPage page) {
    boolean[] taken = {false};
    meanwhile(
        () -> {
          step.taken(session(), material, page);
          taken[0] = true;
        });
    return taken[0];
  }

  @Override
  public void failed() {
    done(() -> step.lost(session(), FaultCode.CAMERA_LOST));
  }
}
