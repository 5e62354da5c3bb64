package egov.kiosk.town;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** The corner of the town with paper in it: document camera and page printer, where wanted. */
public final class PaperCorner {
  private static final Duration READY = Duration.ofSeconds(60);

  private final Path work;
  private final TownProcess camera;
  private final OfficePrinter printer;

  private PaperCorner(Path work, TownProcess camera, OfficePrinter printer) {
    this.work = work;
    this.camera = camera;
    this.printer = printer;
  }

  static PaperCorner start(
      TownLayout layout, Programs programs, Set<Extra> extras, Consumer<AutoCloseable> started)
      throws IOException, InterruptedException {
    Path work = Files.createDirectories(layout.work().resolve("papers"));
    TownProcess camera = null;
    OfficePrinter printer = null;
    if (extras.contains(Extra.DOCUMENT_CAMERA)) {
      camera = programs.tableCamera(work.resolve("table")).awaitReady(READY);
    }
    if (extras.contains(Extra.PAGE_PRINTER)) {
      printer = OfficePrinter.start(work.resolve("office"), started);
    }
    return new PaperCorner(work, camera, printer);
  }

  /** What the kiosk must know of it. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    if (camera != null) {
      settings.put("document-camera.device", "http://127.0.0.1:" + camera.ready("http") + "/table");
    }
    if (printer != null) {
      settings.put("page-printer.address", printer.address());
    }
    return settings;
  }

  /**
   * Lays a sheet with these lines under the document camera.
   *
   * @param how more words of the camera's own, e.g. {@code tilt=4} or {@code lamp}
   */
  public void lay(List<String> lines, String how) throws IOException {
    Path sheet = work.resolve("sheet.png");
    ImageIO.write(draw(lines), "png", sheet.toFile());
    camera().command(("sheet " + sheet + " " + how).strip());
  }

  /** Takes the sheet away. */
  public void clear() throws IOException {
    camera().command("sheet none");
  }

  /** The document camera, to be given its orders. */
  public TownProcess camera() throws IOException {
    if (camera == null) {
      throw new IOException("this town has no document camera");
    }
    return camera;
  }

  /** The page printer. */
  public OfficePrinter printer() throws IOException {
    if (printer == null) {
      throw new IOException("this town has no page printer");
    }
    return printer;
  }

  /** An A4 page of large text, 100 dots per inch. */
  private static BufferedImage draw(List<String> lines) {
    BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D brush = page.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, page.getWidth(), page.getHeight());
    brush.setColor(new Color(0x20, 0x20, 0x20));
    brush.setStroke(new BasicStroke(4));
    brush.drawRect(60, 60, page.getWidth() - 120, page.getHeight() - 120);
    int y = 190;
    for (String line : lines) {
      brush.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, y == 190 ? 58 : 40));
      brush.drawString(line, 110, y);
      y += 100;
    }
    brush.setColor(new Color(0xC8, 0x16, 0x1D));
    brush.drawOval(500, 820, 200, 200);
    brush.dispose();
    return page;
  }
}
