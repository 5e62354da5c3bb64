package egov.kiosk.documents.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.RevocationList;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * {@code verify FILE TRUST MAKER [LISTS]...}, for the kiosk's command line, which finds it as a
 * service: the document, certificates of authorities in PEM, the common name of the seal maker, and
 * revocation lists of these authorities in PEM, of which the newest of each counts. Exit codes: 0
 * VALID, 3 ALTERED, 4 CERTIFICATE_INVALID, 5 EXPIRED, 6 UNSUPPORTED; 1 a file could not be read, 2
 * asked wrongly.
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
    if (arguments.length < 4 || !arguments[0].equals("verify")) {
      err.println("kiosk: expected verify FILE TRUST MAKER [LISTS]...");
      return 2;
    }
    try {
      List<String> lists = List.of(arguments).subList(4, arguments.length);
      TrustStore authorities =
          revocations(TrustStore.of(PemFiles.readCertificates(Path.of(arguments[2]))), lists);
      OfdVerifier verifier =
          new OfdVerifier(new SealTrust(authorities, Set.of(arguments[3])), InstantSource.system());
      DocumentCheck check = verifier.verify(read(Path.of(arguments[1])));
      print(check, out);
      note(authorities, out);
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

  /** The newest list of each authority; an older one beside it is no error. */
  private static TrustStore revocations(TrustStore from, List<String> files)
      throws CryptoException {
    TrustStore trust = from;
    for (String file : files) {
      for (RevocationList list : PemFiles.readRevocationLists(Path.of(file))) {
        try {
          trust = trust.with(list);
        } catch (CryptoException e) {
          if (e.fault() != CryptoFault.REVOCATION_LIST_OLDER) {
            throw e;
          }
        }
      }
    }
    return trust;
  }

  private static void note(TrustStore trust, PrintWriter out) {
    Optional<Instant> fresh = trust.revocations().freshUntil();
    if (fresh.isEmpty()) {
      out.println("note: no revocation list was given; a revoked certificate does not show");
    } else if (fresh.get().isBefore(Instant.now())) {
      out.println("note: a revocation list is stale since " + fresh.get() + "; fetch the newest");
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
