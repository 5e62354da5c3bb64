package egov.kiosk.documents.oracle;

import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.seal.ElectronicSeal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What ofdrw 2.3.1 makes of a document. */
final class Ofdrw implements AutoCloseable {
  private static final String FONTS = "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf";

  private final Foreign ofdrw;

  Ofdrw() throws Exception {
    ofdrw = new Foreign(Path.of("target/ofdrw"));
    if (!Files.exists(Path.of(FONTS))) {
      throw new IllegalStateException(FONTS + " is missing; apt-get install fonts-hanazono");
    }
    Object fonts = ofdrw.callStatic("org.ofdrw.converter.FontLoader", "getInstance");
    for (String name : List.of("SimHei", "黑体")) {
      ofdrw.call(fonts, "addSystemFontMapping", name, FONTS);
    }
  }

  private Object reader(Path file) throws Exception {
    return ofdrw.make("org.ofdrw.reader.OFDReader", file);
  }

  /** Verifies the seal by its container for GB/T 38540; throws when it does not hold. */
  void verify(Path file) throws Exception {
    Object validator = ofdrw.make("org.ofdrw.sign.verify.OFDValidator", reader(file));
    try {
      ofdrw.call(
          validator,
          "setValidator",
          ofdrw.make("org.ofdrw.sign.verify.container.SESV4ValidateContainer"));
      ofdrw.call(validator, "exeValidate");
    } finally {
      ofdrw.call(validator, "close");
    }
  }

  /** The text it extracts, piece by piece. */
  List<String> texts(Path file) throws Exception {
    Object reader = reader(file);
    try {
      Object extractor = ofdrw.make("org.ofdrw.reader.ContentExtractor", reader);
      List<String> texts = new ArrayList<>();
      for (Object text : (List<?>) ofdrw.call(extractor, "extractAll")) {
        texts.add((String) text);
      }
      return texts;
    } finally {
      ofdrw.call(reader, "close");
    }
  }

  /** A page as it paints it. */
  BufferedImage picture(Path file, int page, int dotsPerMillimetre) throws Exception {
    Object reader = reader(file);
    try {
      Object maker = ofdrw.make("org.ofdrw.converter.ImageMaker", reader, dotsPerMillimetre);
      return (BufferedImage) ofdrw.call(maker, "makePage", page);
    } finally {
      ofdrw.call(reader, "close");
    }
  }

  /** Seals a document itself. */
  void seal(Path from, Path to, ElectronicSeal seal, IssuedKey signer, Path scratch)
      throws Exception {
    Provider provider = (Provider) ofdrw.make("org.bouncycastle.jce.provider.BouncyCastleProvider");
    PemFiles.writeKey(scratch, signer.key());
    String pem = Files.readString(scratch, StandardCharsets.US_ASCII);
    byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    Object container =
        ofdrw.make(
            "org.ofdrw.sign.signContainer.SESV4Container",
            KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(key)),
            ofdrw.callStatic("org.ofdrw.gm.ses.v4.SESeal", "getInstance", (Object) seal.encoded()),
            CertificateFactory.getInstance("X.509", provider)
                .generateCertificate(new ByteArrayInputStream(signer.certificate().encoded())));
    Object signing = ofdrw.make("org.ofdrw.sign.OFDSigner", reader(from), to);
    ofdrw.call(signing, "setSignContainer", container);
    ofdrw.call(
        signing,
        "addApPos",
        ofdrw.make("org.ofdrw.sign.stamppos.NormalStampPos", 1, 20.0, 20.0, 40.0, 40.0));
    ofdrw.call(signing, "exeSign");
    ofdrw.call(signing, "close");
  }

  @Override
  public void close() throws Exception {
    ofdrw.close();
  }
}
