package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillTest {
  private static final String BILL =
      """
      <?xml version="1.0"?>
      <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
        <metadata><component><group>egov.kiosk</group><name>kiosk</name><version>1</version>
        </component></metadata>
        <components>
          <component type="library"><group>org.example</group><name>lib</name>
            <version>%s</version>
            <licenses><license><id>MIT</id></license></licenses></component>
          <component><group>egov.kiosk</group><name>kiosk-flow</name><version>1</version>
          </component>
        </components>
        <dependencies><dependency ref="x"/></dependencies>
      </bom>
      """;

  @TempDir Path temp;

  private Bill bill(String version) throws Exception {
    return Bill.read(Files.writeString(temp.resolve("bom.xml"), BILL.formatted(version)));
  }

  @Test
  void othersComponents_areRead_ourOwnAndTheSubjectAreNot() throws Exception {
    assertEquals(
        List.of(new Bill.Component("org.example", "lib", "1.2.3", List.of("MIT"))),
        bill("1.2.3").components());
    assertTrue(Notices.of(bill("1.2.3")).contains("org.example:lib 1.2.3\n    MIT"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.9.9,true",
    "1.10.0,false",
    "1.10,false",
    "1.10.0-rc1,true",
    "0.1,true",
    "2,true",
    "2.0.5,true",
    "2.1,false"
  })
  void knownVersions_areFound(String version, boolean bad) throws Exception {
    Path known =
        Files.writeString(
            temp.resolve("known.txt"),
            "# words\n\n"
                + "org.example:lib < 1.10  old\n"
                + "org.example:lib [2.0, 2.1)  new\n"
                + "other:lib < 9  x\n");
    assertEquals(bad, !KnownFaults.read(known).in(bill(version)).isEmpty());
  }

  @Test
  void acceptedOnes_passInThatVersionForThatAdvisory_andAreRefusedWhenUseless() throws Exception {
    Path known =
        Files.writeString(
            temp.resolve("known.txt"),
            "org.example:lib < 2  hole, CVE-1\naccepted org.example:lib 1.5 CVE-1 not reached\n");
    KnownFaults faults = KnownFaults.read(known);
    assertEquals(List.of(), faults.in(bill("1.5")));
    assertEquals(List.of("org.example:lib 1.5 CVE-1: not reached"), faults.accepted());
    assertEquals(2, faults.in(bill("1.6")).size());
    assertEquals(1, faults.in(bill("2.0")).size());
    Files.writeString(known, "org.example:lib < 2  another, CVE-2\n", StandardOpenOption.APPEND);
    assertEquals(
        List.of("org.example:lib 1.5: another, CVE-2"), KnownFaults.read(known).in(bill("1.5")));
  }

  @Test
  void nonsense_isRefusedNamingTheLine() throws Exception {
    Path known = Files.writeString(temp.resolve("known.txt"), "# one\norg.example:lib 1.0 why\n");
    assertTrue(
        assertThrows(PackagingException.class, () -> KnownFaults.read(known))
            .getMessage()
            .contains("line 2"));
    Path bomb =
        Files.writeString(
            temp.resolve("bomb.xml"),
            "<!DOCTYPE b [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><bom>&a;</bom>");
    assertThrows(PackagingException.class, () -> Bill.read(bomb));
  }

  @Test
  void theListWeKeep_isInOrder() throws Exception {
    KnownFaults.read(Path.of("src/main/debian/known-vulnerable.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.36-9+deb12u9,true",
    "2.36-9+deb12u10,false",
    "2.36-9+deb12u14,false",
    "2.31-13+deb11u11,true"
  })
  void partsOfDebian_areInTheBill_andHeldAgainstTheList(String version, boolean bad)
      throws Exception {
    Path bom = Files.writeString(temp.resolve("bom.xml"), BILL.formatted("1"));
    String whole =
        OtherParts.DEBIAN.in(
            Files.readString(bom), List.of("libc6 " + version + " LGPL-2.1-or-later"), "amd64");
    assertTrue(whole.contains("pkg:deb/debian/libc6@2.3"), whole);
    Bill bill = Bill.read(Files.writeString(bom, whole));
    assertTrue(Notices.of(bill).contains("debian:libc6 " + version + "\n    LGPL-2.1-or-later"));
    Path known = Files.writeString(temp.resolve("k"), "debian:libc6 < 2.36-9+deb12u10  a hole\n");
    assertEquals(bad, !KnownFaults.read(known).in(bill).isEmpty());
  }

  @Test
  void partsOfNpm_areInTheBill_andHeldAgainstTheList() throws Exception {
    Path bom = Files.writeString(temp.resolve("bom.xml"), BILL.formatted("1"));
    List<String> parts = List.of("@lit/reactive-element 2.1.2 BSD-3-Clause", "lit 3.3.3 MIT");
    String whole = OtherParts.NPM.in(Files.readString(bom), parts, "all");
    assertTrue(whole.contains("pkg:npm/%40lit/reactive-element@2.1.2<"), whole);
    Bill bill = Bill.read(Files.writeString(bom, whole));
    assertTrue(Notices.of(bill).contains("npm:@lit/reactive-element 2.1.2\n    BSD-3-Clause"));
    Path known = Files.writeString(temp.resolve("k"), "npm:lit < 3.4  a hole\n");
    assertEquals(1, KnownFaults.read(known).in(bill).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lit", "@lit 1 MIT", "a/b 1 MIT", "lit 1 <MIT>", "lit 1<2 MIT"})
  void partsOfNpmThatAreNotInOrder_areRefused(String line) {
    assertThrows(
        PackagingException.class,
        () -> OtherParts.NPM.in(BILL.formatted("1"), List.of(line), "all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"libc6", "libc6 2.36", "libc6 2<3 LGPL", "LIBC 2 LGPL", ""})
  void partsThatAreNotInOrder_areRefused(String line) {
    assertThrows(
        PackagingException.class,
        () -> OtherParts.DEBIAN.in(BILL.formatted("1"), List.of(line), "amd64"));
  }

  @Test
  void billWithoutComponents_takesNoParts() {
    assertThrows(
        PackagingException.class, () -> OtherParts.DEBIAN.in("<bom/>", List.of(), "amd64"));
  }
}
