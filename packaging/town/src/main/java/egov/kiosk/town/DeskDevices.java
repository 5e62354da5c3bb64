package egov.kiosk.town;

import egov.kiosk.gateway.inquiry.LaboratoryCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** The devices of a town by their names on the desk page, each taking its orders. */
final class DeskDevices {
  private static final int CODE_LENGTH = 24;
  private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** Width and height of a JPEG stand five bytes behind the marker of its frame. */
  private static final byte FRAME_MARK = (byte) 0xC0;

  private final Path folder;
  private final Map<String, Device> devices;
  private String shown = "NOTHINGWASSHOWNYET";

  /** Takes an order in the device's own language and gives its answer. */
  private interface Device {
    String command(String order) throws IOException;
  }

  /**
   * @param folder for the files that cameras are given in place of pictures
   */
  DeskDevices(Town town, Path folder) {
    this.folder = folder;
    devices =
        Map.of(
            "reader", order -> town.reader().command(order),
            "printer", order -> town.printer().command(order),
            "camera", order -> town.camera().command(order),
            "table", order -> town.papers().camera().command(order),
            "page-printer", order -> town.papers().printer().command(order),
            "scanner", order -> town.fittings().scanner().command(order),
            "cabinet", order -> town.fittings().cabinet().command(order),
            "social-card", order -> town.fittings().socialCard(order));
  }

  /**
   * Gives one order.
   *
   * @param order with the names in braces of {@code desk-orders.txt}, or without
   * @throws IOException when the device refuses or this town has none; says why
   */
  synchronized String command(String device, String order) throws IOException {
    Device one = devices.get(device);
    if (one == null) {
      throw new IOException("no such device");
    }
    return one.command(filled(order));
  }

  private String filled(String order) throws IOException {
    String full = order;
    if (full.contains("{fresh}")) {
      shown = freshCode();
      full = full.replace("{fresh}", shown);
    }
    if (full.contains("{code}")) {
      shown = LaboratoryCodes.fresh(1, Instant.now(), ThreadLocalRandom.current());
      full = full.replace("{code}", shown);
    }
    if (full.contains("{old}")) {
      Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
      shown = LaboratoryCodes.fresh(1, hourAgo, ThreadLocalRandom.current());
      full = full.replace("{old}", shown);
    }
    full = full.replace("{same}", shown);
    if (full.contains("{rubbish}")) {
      full = full.replace("{rubbish}", file("rubbish.jpg", "no picture".getBytes("US-ASCII")));
    }
    return full.contains("{monster}")
        ? full.replace("{monster}", file("monster.jpg", monster()))
        : full;
  }

  private static String freshCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(CODE_LETTERS.charAt(ThreadLocalRandom.current().nextInt(CODE_LETTERS.length())));
    }
    return code.toString();
  }

  private String file(String name, byte[] bytes) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name);
    Files.write(file, bytes);
    return file.toString();
  }

  /** A small JPEG whose frame says 20,000 by 20,000. */
  private static byte[] monster() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpg", out);
    byte[] bytes = out.toByteArray();
    for (int i = 0; i + 8 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == FRAME_MARK) {
        for (int at : new int[] {i + 5, i + 7}) {
          bytes[at] = (byte) (20_000 >> 8);
          bytes[at + 1] = (byte) 20_000;
        }
        return bytes;
      }
    }
    throw new IOException("the picture has no frame");
  }
}
