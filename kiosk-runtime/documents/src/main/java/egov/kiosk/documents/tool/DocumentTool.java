package egov.kiosk.documents.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.documents.verify.OfdVerifier;
import egov.kiosk.documents.verify.SealTrust;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.SealFacts;
import egov.kiosk.domain.document.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * {@code verify FILE TRUST MAKER}, for the kiosk's command line, which finds it as a service: the
 * document, certificates of authorities in PEM, and the common name of the seal maker. Exit codes:
 * 0 VALID, 3 ALTERED, 4 CERTIFICATE_INVALID, 5 EXPIRED, 6 UNSUPPORTED; 1 a file could not be read,
 * 2 asked wrongly.
 */
public final class DocumentTool implements ToolProvider {
  /** One byte more than any document that is looked at. */
  private static final int LARGEST = 16 * 1024 * 1024 + 1;

  @Override
  public String name() {
    return "kiosk-documents";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length != 4 || !arguments[0].equals("verify")) {
      err.println("kiosk: expected verify FILE TRUST MAKER");
      return 2;
    }
    try {
      TrustStore authorities = TrustStore.of(PemFiles.readCertificates(Path.of(arguments[2])));
      OfdVerifier verifier =
          new OfdVerifier(new SealTrust(authorities, Set.of(arguments[3])), InstantSource.system());
      DocumentCheck check = verifier.verify(read(Path.of(arguments[1])));
      print(check, out);
      return code(check);
    } catch (CryptoException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("kiosk: the document cannot be read; check its name and who may read it");
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST);
    }
  }

  private static void print(DocumentCheck check, PrintWriter out) {
    out.println(check.verdict() + ": " + check.reason());
    if (check.seal().isPresent()) {
      SealFacts seal = check.seal().get();
      if (check.verdict() != Verdict.VALID) {
        out.println("what the document claims, none of it proven:");
      }
      out.println("seal    " + shown(seal.sealName()) + " (" + shown(seal.sealId()) + ")");
      out.println("signer  " + shown(seal.signer()));
      out.println("sealed  " + seal.sealedAt() + " by the signer's clock");
    }
  }

  /** Seals come from anywhere: nothing in them may steer a terminal. */
  private static String shown(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  private static int code(DocumentCheck check) {
    return switch (check.verdict()) {
      case VALID -> 0;
      case ALTERED -> 3;
      case CERTIFICATE_INVALID -> 4;
      case EXPIRED -> 5;
      case UNSUPPORTED -> 6;
    };
  }
}
