package egov.kiosk.bench.identity;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.identity.IdentitySettings;
import egov.kiosk.identity.Neighbours;
import egov.kiosk.identity.OpenCvFaceVerifier;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.trust.TrustSettings;
import egov.kiosk.identity.vision.OpenCvNative;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** What the benches of this package share: the pack, sample faces, and emulated photo blocks. */
public final class Lab {
  private static final Duration LOOK = Duration.ofSeconds(8);
  private static final Duration LOADING = Duration.ofMinutes(10);

  private final Path cache;

  Lab(Path cache) {
    this.cache = cache;
    OpenCvNative.load();
  }

  /** The folder of the sample faces. */
  public Path faces() {
    return cache.resolve("faces");
  }

  /** The pack of the cache, whatever signs it. */
  public FacePack pack() throws Exception {
    return FacePack.read(cache.resolve("face-pack"), (manifest, signature) -> "bench");
  }

  /** A verifier with the pack of the cache, loaded. */
  public OpenCvFaceVerifier verifier(LongSupplier nanoTime) throws Exception {
    return verifier(nanoTime, Optional::empty);
  }

  /** The same with an infrared camera beside its frames. */
  public OpenCvFaceVerifier verifier(
      LongSupplier nanoTime, Supplier<Optional<? extends Camera>> infrared) throws Exception {
    IdentitySettings settings =
        new IdentitySettings(
            Optional.of(cache.resolve("face-pack")),
            TrustSettings.pinned(Set.of(pin())),
            FacePolicy.USUAL,
            80,
            LOOK,
            true,
            false);
    OpenCvFaceVerifier verifier =
        new OpenCvFaceVerifier(
            settings,
            new Neighbours(List::of, infrared, event -> {}),
            nanoTime,
            InstantSource.system());
    if (verifier.packId(LOADING).isEmpty()) {
      throw new IOException("the face pack took too long");
    }
    return verifier;
  }

  /** Whatever pack is in the cache is measured, whoever believes it. */
  private String pin() throws IOException {
    byte[] manifest = Files.readAllBytes(cache.resolve("face-pack").resolve("pack.properties"));
    return HexFormat.of().formatHex(Sm3.digest(manifest));
  }

  Mat face(String name) {
    return Imgcodecs.imread(faces().resolve(name).toString());
  }

  Portrait portrait() throws IOException {
    return block(Files.readAllBytes(faces().resolve("portrait.webp")));
  }

  /** The photo block of an emulated card around a picture of 102×126 pixels. */
  public static Portrait portrait(Mat small) throws IOException {
    for (int quality = 90; quality > 0; quality -= 3) {
      MatOfByte bytes = new MatOfByte();
      Imgcodecs.imencode(
          ".webp", small, bytes, new MatOfInt(Imgcodecs.IMWRITE_WEBP_QUALITY, quality));
      if (bytes.total() <= Portrait.BLOCK_BYTES - 8) {
        return block(bytes.toArray());
      }
    }
    throw new IOException("no portrait fits a photo block");
  }

  private static Portrait block(byte[] image) {
    byte[] head = "EWLT1\0".getBytes(StandardCharsets.US_ASCII);
    byte[] block = Arrays.copyOf(head, Portrait.BLOCK_BYTES);
    block[6] = (byte) image.length;
    block[7] = (byte) (image.length >> 8);
    System.arraycopy(image, 0, block, 8, image.length);
    return new Portrait(block);
  }
}
