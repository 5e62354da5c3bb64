package egov.kiosk.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house as the decision records draw it, on the compiled classes. */
@Tag("architecture")
class ArchitectureTest {
  private static final String BRIDGE = "egov.kiosk.kurabridge..";

  /** What is built to try the product, and no part of it. */
  private static final String[] WORKSHOP = {
    "egov.kiosk.emulator..", "egov.kiosk.town..", "egov.kiosk.bench..", "egov.kiosk.proving.."
  };

  private static JavaClasses house;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("egov.kiosk");
  }

  @ParameterizedTest(name = "{0} has its door in {1}")
  @CsvSource({
    "com.fazecast.jSerialComm, egov.kiosk.link",
    "javax.smartcardio, egov.kiosk.socialcardreader",
    "org.bouncycastle.tls, egov.kiosk.tls",
    "org.bouncycastle.(asn1|crypto|math|pqc|util|jce|jcajce), egov.kiosk.crypto",
    "org.opencv, egov.kiosk.identity|egov.kiosk.camera|egov.kiosk.bench",
    "org.sqlite, egov.kiosk.outboxsqlite",
    "java.sql, egov.kiosk.outboxsqlite|egov.kiosk.gateway|egov.kiosk.bench",
    "org.postgresql, egov.kiosk.gateway",
    "org.apache.kafka, egov.kiosk.gateway|egov.kiosk.proving",
    "org.eclipse.paho, egov.kiosk.uplinkmqtt|egov.kiosk.bench",
    "com.hivemq, egov.kiosk.bench",
    "org.eclipse.jetty, egov.kiosk.localapi",
    "com.google.zxing, egov.kiosk.localapi|egov.kiosk.documents|egov.kiosk.emulator"
        + "|egov.kiosk.pageprinter",
    "com.hp.jipp, egov.kiosk.pageprinter",
    "kotlin, egov.kiosk.pageprinter",
    "org.apache.activemq, egov.kiosk.platform",
    "picocli, egov.kiosk.launcher|egov.kiosk.town|egov.kiosk.bench|egov.kiosk.proving",
    "com.sun.jna, egov.kiosk.emulator|egov.kiosk.custody|egov.kiosk.portraitdecoder"
        + "|egov.kiosk.link|egov.kiosk.supervision",
    "ch.qos.logback, egov.kiosk.launcher|egov.kiosk.platform",
    "com.fasterxml.jackson, egov.kiosk.contract|egov.kiosk.catalogue|egov.kiosk.localapi"
        + "|egov.kiosk.gateway|egov.kiosk.town|egov.kiosk.bench|egov.kiosk.proving"
        + "|egov.kiosk.updates.ddi"
  })
  void library_hasOneDoor(String library, String doors) {
    String[] rooms = doors.split("\\|");
    String[] packages = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      packages[i] = rooms[i] + "..";
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(resideInAPackage(library + ".."))
        .check(house);
  }

  @Test
  void domain_needsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("egov.kiosk.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "egov.kiosk.domain..", "org.osgi.annotation..")
        .check(house);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("egov.kiosk.(**)").should().beFreeOfCycles().check(house);
  }

  @Test
  void osgi_staysInComponentPackages() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "..component..", "egov.kiosk.launcher..", "egov.kiosk.bench..", BRIDGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.osgi.service..", "org.osgi.framework..")
        .check(house);
  }

  @Test
  void nothingButTheBridge_knowsKura_andNothingServlets() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BRIDGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.kura..")
        .check(house);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.servlet..", "jakarta.servlet..")
        .check(house);
  }

  @Test
  void g11_noDeserialisationScriptsOrNaming() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.script..", "javax.naming..", "java.rmi..")
        .check(house);
  }

  @Test
  void i06_noFrameIsEverWrittenToDisk() {
    noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                    "imwrite.*")))
        .check(house);
    noClasses()
        .that()
        .resideInAnyPackage("egov.kiosk.camera..", "egov.kiosk.identity..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)|javax\\.imageio\\..*")
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a file is written",
                call ->
                    call.getTargetOwner().isEquivalentTo(java.nio.file.Files.class)
                        && call.getName()
                            .matches("write.*|copy|create.*|new(OutputStream|BufferedW|ByteC).*")))
        .check(house);
  }

  @Test
  void drivers_knowNeitherRuntimeNorSync() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "egov.kiosk.link..",
            "egov.kiosk.idcardreader..",
            "egov.kiosk.printer..",
            "egov.kiosk.socialcardreader..",
            "egov.kiosk.codescanner..",
            "egov.kiosk.cabinet..",
            "egov.kiosk.camera..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "egov.kiosk.flow..",
            "egov.kiosk.localapi..",
            "egov.kiosk.agent..",
            "egov.kiosk.outboxsqlite..")
        .check(house);
  }

  @Test
  void product_knowsNoEmulatorAndNoTown() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WORKSHOP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WORKSHOP)
        .check(house);
  }

  @Test
  void kiosk_neverNeedsThePlatformsRooms() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WORKSHOP)
        .and()
        .resideOutsideOfPackages(
            "egov.kiosk.gateway..", "egov.kiosk.platform..", "egov.kiosk.front..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("egov.kiosk.gateway..", "egov.kiosk.platform..", "egov.kiosk.front..")
        .check(house);
  }

  @Test
  void emulators_shareNothingWithTheDrivers() {
    noClasses()
        .that()
        .resideInAPackage("egov.kiosk.emulator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "egov.kiosk.link..",
            "egov.kiosk.idcardreader..",
            "egov.kiosk.printer..",
            "egov.kiosk.socialcardreader..",
            "egov.kiosk.codescanner..",
            "egov.kiosk.cabinet..",
            "egov.kiosk.camera..",
            "egov.kiosk.domain..")
        .check(house);
  }
}
