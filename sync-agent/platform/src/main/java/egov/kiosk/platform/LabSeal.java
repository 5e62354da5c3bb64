package egov.kiosk.platform;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.crypto.seal.SealContent;
import egov.kiosk.crypto.seal.SealPicture;
import egov.kiosk.gateway.Arguments;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Makes the electronic seals of a laboratory: {@code java ... LabSeal --dir DIR --kiosk ID --name
 * NAME}, after {@link LabAuthority}. The seal lies beside the kiosk's certificate as {@code
 * ID.esl}; one that is there stays. It shows two rings and nothing else, so that nobody takes it
 * for real.
 */
public final class LabSeal {
  static final String MAKER = "seal-maker";

  private static final Duration EARLIER = Duration.ofHours(1);
  private static final Duration LIFE = Duration.ofDays(365);
  private static final int MILLIMETRES = 40;
  private static final int DOTS = 240;

  private final PlatformFiles files;
  private final SecureRandom random;
  private final Instant now;

  LabSeal(Path directory, SecureRandom random, Instant now) {
    files = new PlatformFiles(directory);
    this.random = random;
    this.now = now;
  }

  /** The command line. */
  public static void main(String[] arguments) {
    try {
      Arguments given = Arguments.parse(arguments);
      LabSeal maker =
          new LabSeal(given.path("--dir"), new SecureRandom(), Clock.systemUTC().instant());
      for (String kiosk : given.all("--kiosk")) {
        System.out.println("ok seal=" + maker.make(kiosk, given.one("--name")));
      }
    } catch (IllegalArgumentException | IOException | CryptoException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Makes a kiosk's seal if it has none.
   *
   * @return where it lies
   */
  Path make(String kiosk, String name) throws IOException, CryptoException {
    Path file = files.kiosks().resolve(kiosk + ".esl");
    if (!Files.exists(file)) {
      ElectronicSeal seal =
          ElectronicSeal.make(
              SoftwareSigningKey.of(maker(), random),
              new SealContent(
                  "lab-" + kiosk,
                  "egov-lab",
                  1,
                  name,
                  List.of(PemFiles.readCertificate(files.ofKiosks().certificate(kiosk))),
                  now,
                  now.minus(EARLIER),
                  now.plus(LIFE),
                  new SealPicture("png", picture(), MILLIMETRES, MILLIMETRES)));
      Files.write(file, seal.encoded(), StandardOpenOption.CREATE_NEW);
    }
    return file;
  }

  private IssuedKey maker() throws IOException, CryptoException {
    Path certificate = files.certificate(MAKER);
    Path key = files.key(MAKER);
    if (!Files.exists(key)) {
      CertificateAuthority authority =
          CertificateAuthority.of(
              new IssuedKey(
                  PemFiles.readKey(files.authorityKey()),
                  PemFiles.readCertificates(files.authority()).get(0)),
              random);
      IssuedKey issued =
          authority.issue(MAKER, CertificateUse.SIGN, now.minus(EARLIER), now.plus(LIFE));
      PemFiles.writeKey(key, issued.key());
      PemFiles.writeCertificates(certificate, List.of(issued.certificate()));
    }
    return new IssuedKey(PemFiles.readKey(key), PemFiles.readCertificate(certificate));
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(DOTS, DOTS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.RED);
    pen.setStroke(new BasicStroke(6));
    for (int inset : new int[] {4, 20}) {
      pen.draw(new Ellipse2D.Double(inset, inset, DOTS - 2 * inset, DOTS - 2 * inset));
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
