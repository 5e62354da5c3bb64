package egov.kiosk.gateway.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.tls.national.AuthorityPins;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskMainTest {
  @TempDir Path folder;

  private String run(String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DeskMain.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private String code(String kiosk) throws Exception {
    return run(
        "code",
        "--pki",
        folder.resolve("pki").toString(),
        "--store",
        folder.resolve("book").toString(),
        "--audit",
        folder.resolve("audit").toString(),
        "--operator",
        "op-1",
        "--kiosk",
        kiosk);
  }

  @Test
  void initThenCode_showsTheCodeOnceAndTheRootsDigest() throws Exception {
    Path pki = Files.createDirectories(folder.resolve("pki"));
    String init = run("init", "--pki", pki.toString(), "--host", "127.0.0.1", "--host", "desk.lab");
    List<Sm2Certificate> authorities = PemFiles.readCertificates(pki.resolve("ca.pem"));
    assertEquals(2, authorities.size());
    assertTrue(init.contains(AuthorityPins.of(authorities.get(0))));
    assertEquals(
        init, run("init", "--pki", pki.toString(), "--host", "127.0.0.1"), "what is there stays");
    String said = code("zj-hz-000001");
    Optional<EnrolmentCode> code =
        EnrolmentCode.parse(said.substring(said.indexOf("code=") + 5, said.indexOf('\n')));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .contains(code.orElseThrow().secret()),
            file.toString());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> code("platform-sign"));
  }

  @Test
  void init_besideAnAuthorityWithoutItsKey_isRefused() throws Exception {
    Path pki = Files.createDirectories(folder.resolve("pki"));
    run("init", "--pki", pki.toString(), "--host", "127.0.0.1");
    Files.delete(pki.resolve("ca.key"));
    Files.delete(pki.resolve("issuing.key"));
    byte[] before = Files.readAllBytes(pki.resolve("ca.pem"));
    assertThrows(
        IllegalArgumentException.class,
        () -> run("init", "--pki", pki.toString(), "--host", "127.0.0.1"));
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        before, Files.readAllBytes(pki.resolve("ca.pem")));
  }

  @Test
  void publisher_bringsTheListUpToTheBook() throws Exception {
    DeskLab lab = new DeskLab(folder, new FileBook(folder.resolve("book")));
    Publisher.publish(lab.book, lab.authority);
    BigInteger first = lab.authority.lists().get(0).number();
    Publisher.publish(lab.book, lab.authority);
    assertEquals(first, lab.authority.lists().get(0).number());
    BigInteger serial = BigInteger.valueOf(4711);
    lab.book.alone(
        page -> {
          page.keep(
              new IssuedCertificate(
                  serial,
                  "zj-hz-000001",
                  lab.clock().instant().plusSeconds(99),
                  Optional.of(lab.clock().instant())));
          return true;
        });
    Publisher.publish(lab.book, lab.authority);
    assertTrue(lab.authority.lists().get(0).revoked().containsKey(serial));
    lab.later(java.time.Duration.ofDays(2));
    BigInteger second = lab.authority.lists().get(0).number();
    Publisher.publish(lab.book, lab.authority);
    assertTrue(lab.authority.lists().get(0).number().compareTo(second) > 0);
  }
}
