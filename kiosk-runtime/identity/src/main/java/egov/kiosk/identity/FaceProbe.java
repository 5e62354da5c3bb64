package egov.kiosk.identity;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.vision.CardSize;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.FaceEngine;
import egov.kiosk.identity.vision.OpenCvNative;
import egov.kiosk.identity.vision.Scratch;
import java.util.Optional;
import java.util.function.Function;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Finds and embeds faces in picture files the way a comparison does: what packs are calibrated
 * with. For files that whoever calibrates trusts; not for two threads at once.
 */
public final class FaceProbe implements AutoCloseable {
  private static final int LARGEST_FILE = 16 << 20;

  private final FaceEngine engine;
  private final FaceReader reader;

  /**
   * Loads a pack.
   *
   * @throws FacePackException when OpenCV does not take one of its models
   */
  public FaceProbe(FacePack pack) throws FacePackException {
    OpenCvNative.load();
    this.engine = new FaceEngine(pack);
    this.reader = new FaceReader(engine);
  }

  /**
   * The largest face of a picture as it is; the caller closes it.
   *
   * @param file JPEG, PNG or WebP, at most 16 MiB
   * @return empty when no face is found, or the file is no picture of at most 512 pixels a side
   */
  public Optional<Embedding> photo(byte[] file) {
    try (Scratch scratch = new Scratch()) {
      return face(decode(file, scratch), reader::photo);
    } catch (CvException e) {
      return Optional.empty();
    }
  }

  /** The same after the picture went through what an identity card does to a portrait. */
  public Optional<Embedding> card(byte[] file) {
    try (Scratch scratch = new Scratch()) {
      Mat picture = decode(file, scratch);
      return picture.empty()
          ? Optional.empty()
          : face(CardSize.of(picture, scratch), reader::portrait);
    } catch (CvException e) {
      return Optional.empty();
    }
  }

  private static Mat decode(byte[] file, Scratch scratch) {
    if (file.length == 0 || file.length > LARGEST_FILE) {
      return scratch.fresh();
    }
    Mat bytes = scratch.keep(new MatOfByte(file));
    return scratch.keep(Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR));
  }

  private Optional<Embedding> face(
      Mat picture, Function<PortraitPicture, Optional<Embedding>> embed) {
    int most = PortraitPicture.MAX_SIDE;
    if (picture.empty() || picture.cols() > most || picture.rows() > most) {
      return Optional.empty();
    }
    byte[] bgr = new byte[picture.cols() * picture.rows() * 3];
    picture.get(0, 0, bgr);
    try (PortraitPicture portrait = new PortraitPicture(picture.cols(), picture.rows(), bgr)) {
      return embed.apply(portrait);
    }
  }

  /** Overwrites what the models still hold of the last face. */
  @Override
  public void close() {
    engine.forget();
  }
}
