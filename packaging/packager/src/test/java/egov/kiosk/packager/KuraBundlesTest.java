package egov.kiosk.packager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KuraBundlesTest {
  @TempDir Path temp;

  private Path bundle(String file, String name, Map<String, String> entries) throws Exception {
    return Jars.write(
        temp.resolve(file),
        Map.of(
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            name,
            "Bundle-Version",
            "1.2.3",
            "Import-Package",
            "a.b;version=\"[1,2)\",org.slf4j;version=\"[2.0,3)\""),
        entries);
  }

  private List<Path> write() throws Exception {
    Path home = temp.resolve("kiosk");
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/kiosk.properties"),
        """
        # who
        crypto.kioskId = example
        flow.stateDirectory = ${data}/desk
        flow.minutes = 7
        catalogue.directory = ${home}/items
        # page-printer.address = ipp://127.0.0.1/
        """);
    bundle("kiosk/bundles/kiosk-flow-1.jar", "egov.kiosk-flow", Map.of("a", "x"));
    bundle("kiosk/bundles/kiosk-supervision-1.jar", "egov.kiosk-supervision", Map.of());
    bundle("kiosk/bundles/org.apache.felix.scr-2.jar", "org.apache.felix.scr", Map.of());
    bundle("kiosk/lib/kiosk-launcher-1.jar", "none", Map.of());
    bundle("kiosk/lib/kiosk-launcher-port-1.jar", "egov.kiosk-launcher-port", Map.of());
    bundle(
        "kiosk/lib/jetty-io-12.jar",
        "org.eclipse.jetty.io;singleton:=true",
        Map.of("linux-x86-64/a.so", "1", "win32-x86/a.dll", "2"));
    return KuraBundles.write(
        temp.resolve("kiosk"),
        bundle("bridge/kiosk-kura-bridge-1.jar", "egov.kiosk-kura-bridge", Map.of()),
        Files.createTempDirectory(temp, "out"));
  }

  @Test
  void librariesComeFirstUnderOurNames_theFrameworksAndOurLaunchersStayOut() throws Exception {
    List<Path> bundles = write();
    assertEquals(
        List.of(
            "egov.kiosk.library.org.eclipse.jetty.io_1.2.3.jar",
            "egov.kiosk-flow_1.2.3.jar",
            "egov.kiosk-launcher-port_1.2.3.jar",
            "egov.kiosk-kura-bridge_1.2.3.jar"),
        bundles.stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(
        Set.of("META-INF/MANIFEST.MF", "linux-x86-64/a.so"), Jars.read(bundles.get(0)).keySet());
    String manifest = Jars.read(bundles.get(1)).get("META-INF/MANIFEST.MF");
    assertTrue(manifest.contains("org.slf4j;version=\"[1.7,3)\""), manifest);
  }

  @Test
  void descriptions_haveOurFilesValues_demandNothingEmpty_andMakeNoDeviceNobodyHas()
      throws Exception {
    Path tree = temp.resolve("kiosk");
    bundle(
        "kiosk/bundles/kiosk-a-1.jar",
        "egov.kiosk-a",
        Map.of(
            "OSGI-INF/a.xml",
            "<c configuration-pid=\"flow\"><property name=\"stateDirectory\" type=\"String\""
                + " value=\"state\"/><property name=\"minutes\" type=\"Integer\" value=\"7\"/></c>",
            "OSGI-INF/b.xml",
            "<c configuration-policy=\"require\" configuration-pid=\"page-printer\"><implementation"
                + " class=\"b\"/></c>",
            "OSGI-INF/metatype/flow.xml",
            "<OCD><AD id=\"stateDirectory\" description=\"a > b\" default=\"state\"/><AD"
                + " id=\"minutes\" default=\"5\"><Option value=\"5\"/></AD><AD id=\"logo\""
                + " default=\"\"/></OCD><Designate pid=\"flow\">",
            "OSGI-INF/metatype/page-printer.xml",
            "<Designate pid=\"page-printer\">",
            "OSGI-INF/c.xml",
            "<c configuration-pid=\"crypto\"><implementation class=\"c\"/></c>",
            "OSGI-INF/metatype/crypto.xml",
            "<AD id=\"kioskId\" type=\"String\"/>"));
    bundle("kiosk/bundles/kiosk-catalogue-1.jar", "egov.kiosk-catalogue", Map.of());
    Files.createDirectories(tree.resolve("items"));
    Files.writeString(tree.resolve("items/10-a.json"), "{}");
    Path out = write().get(0).getParent();
    Map<String, String> changed = Jars.read(out.resolve("egov.kiosk-a_1.2.3.jar"));
    assertEquals(
        "<c configuration-pid=\"flow\"><property name=\"stateDirectory\" type=\"String\""
            + " value=\"/var/lib/kiosk/desk\"/><property name=\"minutes\" type=\"Integer\""
            + " value=\"7\"/></c>",
        changed.get("OSGI-INF/a.xml"));
    assertEquals(
        "<OCD><AD id=\"stateDirectory\" description=\"a > b\" default=\"/var/lib/kiosk/desk\"/><AD"
            + " id=\"minutes\" default=\"7\"><Option value=\"5\"/></AD><AD id=\"logo\" default=\"\""
            + " required=\"false\"/></OCD><Designate pid=\"flow\">",
        changed.get("OSGI-INF/metatype/flow.xml"));
    assertEquals(
        "<c configuration-policy=\"require\" configuration-pid=\"page-printer\"><reference"
            + " name=\"kiosk-gate\" interface=\"egov.kiosk.kurabridge.Gate\"/><implementation"
            + " class=\"b\"/></c>",
        changed.get("OSGI-INF/b.xml"));
    assertTrue(
        changed
            .get("OSGI-INF/c.xml")
            .contains("Filled\" target=\"(page=crypto)\"/><implementation class=\"c\"/>"),
        "nobody can know which kiosk it is");
    assertFalse(changed.get("OSGI-INF/a.xml").contains("Filled"));
    assertEquals(
        "<Designate factoryPid=\"page-printer\">",
        changed.get("OSGI-INF/metatype/page-printer.xml"));
    assertEquals(
        "{}", Jars.read(out.resolve("egov.kiosk-catalogue_1.2.3.jar")).get("items/10-a.json"));
  }

  @Test
  void deploymentPackage_hasItsManifestFirst_sectionsInOrder_andIsTheSameAgain() throws Exception {
    Path one = temp.resolve("one.dp");
    Path two = temp.resolve("two.dp");
    DeploymentPackage.write(one, "egov.kiosk", "0.1.0", write());
    DeploymentPackage.write(two, "egov.kiosk", "0.1.0", write());
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    try (JarInputStream in = new JarInputStream(Files.newInputStream(one))) {
      // Only a manifest that is the first entry is given here.
      Attributes main = in.getManifest().getMainAttributes();
      assertEquals("egov.kiosk", main.getValue("DeploymentPackage-SymbolicName"));
      assertEquals("0.1.0", main.getValue("DeploymentPackage-Version"));
      String library = "egov.kiosk.library.org.eclipse.jetty.io_1.2.3.jar";
      Attributes section = in.getManifest().getAttributes(library);
      assertEquals(
          "egov.kiosk.library.org.eclipse.jetty.io", section.getValue("Bundle-SymbolicName"));
      assertEquals("1.2.3", section.getValue("Bundle-Version"));
      assertEquals(library, in.getNextEntry().getName());
    }
  }
}
