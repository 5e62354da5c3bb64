package egov.kiosk.custody.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.custody.Tool;
import egov.kiosk.custody.token.Signable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The C boundary against a library that is not ours: SoftHSM 2. It knows no SM2, so what is proven
 * here is the calling convention, with ECDSA on P-256; SM2 is proven on our own test library.
 */
class SoftHsmTest {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String TOKEN = "kiosk-test";
  private static final byte[] PIN = "271828".getBytes(StandardCharsets.US_ASCII);
  private static final long CKM_ECDSA = 0x1041;

  @TempDir Path folder;

  @BeforeEach
  void initialise() throws Exception {
    Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = configuration.resolveSibling("tokens");
    Files.createDirectories(tokens);
    Files.writeString(
        configuration,
        "directories.tokendir = " + tokens.toAbsolutePath() + "\nobjectstore.backend = file\n");
    makeToken();
  }

  @AfterEach
  void delete() {
    util("--delete-token", "--token", TOKEN);
  }

  private void makeToken() throws Exception {
    util("--init-token", "--free", "--label", TOKEN, "--so-pin", "12345678", "--pin", "271828");
    Files.deleteIfExists(folder.resolve("key.pem"));
    Tool.run(
        folder,
        List.of(
            "openssl",
            "genpkey",
            "-algorithm",
            "EC",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-out",
            "key.pem"));
    Tool.run(
        folder,
        List.of(
            "openssl",
            "pkey",
            "-in",
            "key.pem",
            "-pubout",
            "-outform",
            "DER",
            "-out",
            "public.der"));
    util(
        "--import",
        "key.pem",
        "--token",
        TOKEN,
        "--label",
        "kiosk",
        "--id",
        "01",
        "--pin",
        "271828");
  }

  private void util(String... arguments) {
    List<String> command = new ArrayList<>(List.of("softhsm2-util"));
    command.addAll(List.of(arguments));
    Tool.run(folder, command);
  }

  private static Pkcs11Driver driver(String token, String label) {
    return new Pkcs11Driver(
        new Pkcs11Settings(LIBRARY, token, label, "", CKM_ECDSA, false, 0, CipherForm.C1C3C2));
  }

  private void signs(Pkcs11Token token) throws Exception {
    byte[] message = {1, 2, 3};
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
    byte[] raw = token.sign(new Signable(message, digest, true));
    PublicKey key =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new X509EncodedKeySpec(Files.readAllBytes(folder.resolve("public.der"))));
    Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(key);
    verifier.update(message);
    assertTrue(verifier.verify(raw));
  }

  private static void refused(CryptoFault fault, Executable call) {
    CryptoException refused = assertThrows(CryptoException.class, call);
    assertEquals(fault, refused.fault(), refused.getMessage());
  }

  @Test
  void token_foundByLabel_signsAfterLogin() throws Exception {
    try (Pkcs11Token token = driver(TOKEN, "kiosk").open()) {
      token.probe();
      token.login(PIN);
      token.login(PIN);
      signs(token);
      signs(token);
    }
  }

  @Test
  void key_beforeLoginOrOfAnotherLabel_isNotThere() throws Exception {
    try (Pkcs11Token token = driver(TOKEN, "kiosk").open()) {
      refused(CryptoFault.KEY_ABSENT, () -> signs(token));
    }
    try (Pkcs11Token token = driver(TOKEN, "other").open()) {
      token.login(PIN);
      refused(CryptoFault.KEY_ABSENT, () -> signs(token));
    }
  }

  @Test
  void login_wrongPin_isRefusedAndRightOneTakenAfterwards() throws Exception {
    try (Pkcs11Token token = driver(TOKEN, "kiosk").open()) {
      refused(
          CryptoFault.PIN_REFUSED, () -> token.login("0000".getBytes(StandardCharsets.US_ASCII)));
      assertTrue(token.triesLeft().isEmpty());
      token.login(PIN);
      signs(token);
    }
  }

  @Test
  void token_ofAnotherLabel_isAbsent() {
    refused(CryptoFault.DEVICE_ABSENT, () -> driver("other", "kiosk").open());
  }

  @Test
  void token_deletedAndMadeAgain_isAbsentAndFoundAgain() throws Exception {
    Pkcs11Token before = driver(TOKEN, "kiosk").open();
    before.close();
    util("--delete-token", "--token", TOKEN);
    refused(CryptoFault.DEVICE_ABSENT, () -> driver(TOKEN, "kiosk").open());
    makeToken();
    try (Pkcs11Token token = driver(TOKEN, "kiosk").open()) {
      token.login(PIN);
      signs(token);
    }
  }

  @Test
  void token_reinitialisedWhileOpen_losesItsSessionAndIsFoundAgain() throws Exception {
    Pkcs11Token token = driver(TOKEN, "kiosk").open();
    token.login(PIN);
    signs(token);
    util("--delete-token", "--token", TOKEN);
    assertThrows(CryptoException.class, () -> signs(token));
    token.close();
    makeToken();
    try (Pkcs11Token again = driver(TOKEN, "kiosk").open()) {
      again.login(PIN);
      signs(again);
    }
  }
}
