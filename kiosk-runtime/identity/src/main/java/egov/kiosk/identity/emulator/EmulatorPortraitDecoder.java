package egov.kiosk.identity.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.identity.vision.Scratch;
import java.util.Arrays;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Decodes the photo block of our emulated cards: ASCII {@code EWLT1} and a zero byte, the length of
 * the image as two bytes little-endian, a WebP or JPEG image of at most 1,016 bytes, zeros to the
 * end. OpenCV must be loaded.
 */
public final class EmulatorPortraitDecoder implements PortraitDecoder {
  private static final byte[] MAGIC = "EWLT1\0".getBytes(US_ASCII);
  private static final int HEADER_BYTES = MAGIC.length + 2;

  @Override
  public String name() {
    return "emulator";
  }

  @Override
  public boolean recognises(byte[] block) {
    return block.length >= HEADER_BYTES
        && Arrays.equals(block, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  @Override
  public PortraitPicture decode(byte[] block) throws PortraitRefusedException {
    byte[] image = image(block);
    try (Scratch scratch = new Scratch()) {
      ImageHeader header = ImageHeader.read(image);
      Mat picture =
          scratch.keep(
              Imgcodecs.imdecode(
                  scratch.keep(new MatOfByte(image)),
                  Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
      if (picture.cols() != header.width()
          || picture.rows() != header.height()
          || picture.type() != CvType.CV_8UC3) {
        throw new PortraitRefusedException("the portrait cannot be decoded");
      }
      byte[] bgr = new byte[header.width() * header.height() * 3];
      picture.get(0, 0, bgr);
      return new PortraitPicture(header.width(), header.height(), bgr);
    } catch (CvException e) {
      throw new PortraitRefusedException("the portrait cannot be decoded", e);
    } finally {
      Arrays.fill(image, (byte) 0);
    }
  }

  private byte[] image(byte[] block) throws PortraitRefusedException {
    if (!recognises(block)) {
      throw new PortraitRefusedException("the photo block is not an emulated card's");
    }
    int length = ImageHeader.littleEndian(block, MAGIC.length, 2);
    if (length == 0 || length > block.length - HEADER_BYTES) {
      throw new PortraitRefusedException("the photo block says its image has " + length + " bytes");
    }
    return Arrays.copyOfRange(block, HEADER_BYTES, HEADER_BYTES + length);
  }
}
