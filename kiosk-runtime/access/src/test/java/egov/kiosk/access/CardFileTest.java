package egov.kiosk.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.CardAnswer;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key cards as other programs make them: OpenSSL plays the card, in a process of its own. */
class CardFileTest {
  @TempDir Path directory;

  @Test
  void opensslsKey_putInForceAndAnswering_letsIn() throws Exception {
    Lab lab = Lab.furnished(directory.resolve("kiosk"));
    openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "card.key");
    openssl("pkey", "-in", "card.key", "-pubout", "-out", "card.pub");
    String key = Files.readString(directory.resolve("card.pub"));
    String fingerprint = lab.office().addCard(lab.administrator(), Lab.TECHNICIAN, key);
    assertTrue(fingerprint.matches("[0-9a-f]{16}"));
    Challenge challenge = lab.door().challenge(Lab.TECHNICIAN);
    Files.writeString(directory.resolve("challenge"), challenge.text());
    openssl(
        "pkeyutl",
        "-sign",
        "-inkey",
        "card.key",
        "-rawin",
        "-digest",
        "sm3",
        "-pkeyopt",
        "distid:1234567812345678",
        "-in",
        "challenge",
        "-out",
        "answer");
    byte[] signature = Files.readAllBytes(directory.resolve("answer"));
    assertEquals(
        "",
        lab.outcome(
            Lab.TECHNICIAN, Credentials.card(new CardAnswer(challenge.nonce(), signature))));
  }

  @Test
  void certificate_itsKeyCounts() throws Exception {
    openssl("ecparam", "-name", "SM2", "-genkey", "-noout", "-out", "ca.key");
    openssl(
        "req",
        "-new",
        "-x509",
        "-key",
        "ca.key",
        "-sm3",
        "-subj",
        "/CN=technician-7",
        "-days",
        "30",
        "-out",
        "ca.pem");
    openssl("x509", "-in", "ca.pem", "-pubkey", "-noout", "-out", "ca.pub");
    Optional<?> ofCertificate = CardFile.read(Files.readString(directory.resolve("ca.pem")));
    assertTrue(ofCertificate.isPresent());
    assertEquals(ofCertificate, CardFile.read(Files.readString(directory.resolve("ca.pub"))));
  }

  @Test
  void otherCurvesAndBrokenFiles_refused() throws Exception {
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "p256.key");
    openssl("pkey", "-in", "p256.key", "-pubout", "-out", "p256.pub");
    String foreign = Files.readString(directory.resolve("p256.pub"));
    for (String bad :
        List.of(
            foreign,
            "",
            "04" + "0".repeat(128),
            "04" + "f".repeat(128),
            "02" + "1".repeat(64),
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            foreign.replace("PUBLIC KEY", "CERTIFICATE"),
            "A".repeat(20_000))) {
      assertEquals(Optional.empty(), CardFile.read(bad));
    }
  }

  @Property(tries = 500)
  void anyText_refusedWithoutAnError(@ForAll String text, @ForAll byte[] der) {
    assertEquals(Optional.empty(), CardFile.read(text));
    String pem = java.util.Base64.getMimeEncoder().encodeToString(der);
    for (String kind : List.of("CERTIFICATE", "PUBLIC KEY")) {
      assertEquals(
          Optional.empty(),
          CardFile.read("-----BEGIN " + kind + "-----\n" + pem + "\n-----END " + kind + "-----\n"));
    }
  }

  private void openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("openssl"), Arrays.stream(arguments)).toList();
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
  }
}
