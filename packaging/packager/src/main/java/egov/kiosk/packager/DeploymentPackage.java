package egov.kiosk.packager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * Writes a deployment package ({@code .dp}, OSGi Compendium chapter 114): the manifest is the first
 * entry, its named sections and the bundles follow in the same order. The same bytes every time.
 */
public final class DeploymentPackage {
  private static final int WIDTH = 72;

  private DeploymentPackage() {}

  /**
   * A bundle of a package.
   *
   * @param file the jar
   * @param symbolicName as its own manifest says
   * @param version as its own manifest says
   */
  record Member(Path file, String symbolicName, String version) {
    static Member of(Path file) throws IOException, PackagingException {
      try (JarFile jar = new JarFile(file.toFile(), false)) {
        Attributes main = jar.getManifest().getMainAttributes();
        String name = main.getValue("Bundle-SymbolicName");
        String version = main.getValue("Bundle-Version");
        if (name == null || version == null) {
          throw new PackagingException(file + " is no bundle; it cannot be deployed");
        }
        return new Member(file, name.split(";")[0].strip(), version);
      }
    }

    /** Its name in the package, and below Kura's plugins directory. */
    String fileName() {
      return symbolicName + "_" + version + ".jar";
    }
  }

  /**
   * Writes a package.
   *
   * @param bundles in the order in which they are installed
   */
  public static void write(Path package_, String name, String version, List<Path> bundles)
      throws IOException, PackagingException {
    StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\r\n");
    line(manifest, "DeploymentPackage-ManifestVersion", "1");
    line(manifest, "DeploymentPackage-SymbolicName", name);
    line(manifest, "DeploymentPackage-Version", version);
    manifest.append("\r\n");
    List<Member> members = new java.util.ArrayList<>();
    for (Path bundle : bundles) {
      members.add(Member.of(bundle));
    }
    for (Member member : members) {
      line(manifest, "Name", member.fileName());
      line(manifest, "Bundle-SymbolicName", member.symbolicName());
      line(manifest, "Bundle-Version", member.version());
      manifest.append("\r\n");
    }
    Files.createDirectories(package_.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(package_);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      SlimJar.put(zip, JarFile.MANIFEST_NAME, manifest.toString().getBytes(StandardCharsets.UTF_8));
      for (Member member : members) {
        SlimJar.put(zip, member.fileName(), Files.readAllBytes(member.file()));
      }
    }
  }

  /** One header; a line of a manifest has 72 bytes at most, and goes on after a space. */
  private static void line(StringBuilder manifest, String name, String value) {
    byte[] text = (name + ": " + value).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int room = WIDTH - 2;
    for (byte one : text) {
      if (room == 0) {
        out.writeBytes(new byte[] {'\r', '\n', ' '});
        room = WIDTH - 3;
      }
      out.write(one);
      room--;
    }
    manifest.append(out.toString(StandardCharsets.UTF_8)).append("\r\n");
  }
}
