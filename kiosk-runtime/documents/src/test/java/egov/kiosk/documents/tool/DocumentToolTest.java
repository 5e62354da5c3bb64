package egov.kiosk.documents.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Parts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes scripts rely on, and what a person reads. */
class DocumentToolTest {
  @TempDir Path directory;
  private Path trust;
  private Lab lab;
  private byte[] good;
  private String said;

  @BeforeEach
  void open() throws Exception {
    Instant now = Instant.now();
    lab = new Lab(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    trust = directory.resolve("trust.pem");
    PemFiles.writeCertificates(trust, List.of(lab.authority.certificate()));
    good = lab.small(lab.seal, lab.key(lab.kiosk), now);
  }

  private int run(String... arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(tool -> tool.name().equals("kiosk-documents"))
            .findFirst()
            .orElseThrow()
            .run(out, out, arguments);
    said = text.toString();
    return code;
  }

  private int verify(byte[] document, String maker) throws Exception {
    Path file = directory.resolve("document.ofd");
    Files.write(file, document);
    return run("verify", file.toString(), trust.toString(), maker);
  }

  @Test
  void validDocument_isZeroAndNamesTheSeal() throws Exception {
    assertEquals(0, verify(good, Lab.MAKER), said);
    assertTrue(said.startsWith("VALID: ") && said.contains(Lab.NAME), said);
  }

  @Test
  void otherVerdicts_haveTheirCodes() throws Exception {
    assertEquals(3, verify(Parts.with(good, "more.xml", "x"), Lab.MAKER), said);
    assertEquals(4, verify(good, "somebody-else"), said);
    assertEquals(6, verify("no zip".getBytes(StandardCharsets.US_ASCII), Lab.MAKER), said);
    assertTrue(said.startsWith("UNSUPPORTED: "), said);
  }

  @Test
  void filesThatCannotBeRead_areOneAndSayWhatToDo() throws Exception {
    assertEquals(1, run("verify", directory.resolve("x").toString(), trust.toString(), "m"));
    assertTrue(said.contains("cannot be read"), said);
    Files.writeString(trust, "nothing");
    assertEquals(1, verify(good, Lab.MAKER));
    assertFalse(said.isBlank());
    assertEquals(2, run("verify"));
    assertEquals(2, run("seal", "a", "b", "c"));
  }

  private Path list(IssuedKey revoked, Instant since, int number, Instant next) throws Exception {
    Path file = directory.resolve("list-" + number + ".pem");
    PemFiles.writeRevocationLists(
        file,
        List.of(
            lab.authority.revoke(
                BigInteger.valueOf(number),
                revoked == null ? Map.of() : Map.of(revoked.certificate().serialNumber(), since),
                next.minus(2, ChronoUnit.DAYS),
                next)));
    return file;
  }

  private int verifyWith(Path... lists) throws Exception {
    Path file = directory.resolve("document.ofd");
    Files.write(file, good);
    List<String> arguments =
        new ArrayList<>(List.of("verify", file.toString(), trust.toString(), Lab.MAKER));
    for (Path list : lists) {
      arguments.add(list.toString());
    }
    return run(arguments.toArray(new String[0]));
  }

  @Test
  void signerOrMakerRevoked_isFourAndSaysSinceWhen() throws Exception {
    Instant next = Instant.now().plus(1, ChronoUnit.DAYS);
    // After the sealing: what a thief claims about the moment must not help him.
    Instant since = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    for (IssuedKey revoked : List.of(lab.kiosk, lab.maker)) {
      assertEquals(4, verifyWith(list(revoked, since, 7, next)), said);
      assertTrue(said.contains("revoked since " + since), said);
      assertTrue(said.startsWith("CERTIFICATE_INVALID: "), said);
    }
  }

  @Test
  void nobodyRevoked_isZero_andOlderListBesideANewerOneChangesNothing() throws Exception {
    Instant next = Instant.now().plus(1, ChronoUnit.DAYS);
    Path none = list(null, null, 3, next);
    assertEquals(0, verifyWith(none), said);
    assertFalse(said.contains("note:"), said);
    Path newer = list(lab.kiosk, Instant.now(), 4, next);
    assertEquals(4, verifyWith(newer, none), said);
    assertEquals(4, verifyWith(none, newer), said);
  }

  @Test
  void staleOrNoList_isSaid() throws Exception {
    assertEquals(0, verifyWith(), said);
    assertTrue(said.contains("note: no revocation list"), said);
    assertEquals(0, verifyWith(list(null, null, 3, Instant.now().minusSeconds(3600))), said);
    assertTrue(said.contains("stale since"), said);
  }

  @Test
  void listOfAnotherAuthority_isOneAndNothingIsVerified() throws Exception {
    Lab other =
        new Lab(Instant.now().minus(1, ChronoUnit.DAYS), Instant.now().plus(1, ChronoUnit.DAYS));
    Path foreign = directory.resolve("foreign.pem");
    PemFiles.writeRevocationLists(
        foreign,
        List.of(
            other.authority.revoke(
                BigInteger.ONE, Map.of(), Instant.now(), Instant.now().plusSeconds(60))));
    assertEquals(1, verifyWith(foreign), said);
    assertFalse(said.contains("VALID"), said);
  }
}
