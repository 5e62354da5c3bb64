package egov.kiosk.town;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a town's bare machine gets its identity: the development authority's enrolment desk as a
 * process of its own, the operator who has codes made, and the maker of seals.
 */
public final class EnrolmentOffice {
  private static final String DESK = "egov.kiosk.gateway.enrolment.DeskMain";
  private static final String HOST = "127.0.0.1";
  private static final Duration READY = Duration.ofSeconds(60);

  private final TownLayout layout;
  private final Programs programs;
  private final String kioskId;
  private final String root;
  private final int port;

  private EnrolmentOffice(
      TownLayout layout, Programs programs, String kioskId, String root, int port) {
    this.layout = layout;
    this.programs = programs;
    this.kioskId = kioskId;
    this.root = root;
    this.port = port;
  }

  /** Opens it; whatever the laboratory had made for this kiosk, but for its password, is gone. */
  static EnrolmentOffice open(TownLayout layout, Programs programs, String kioskId)
      throws IOException, InterruptedException {
    for (String kind : List.of(".pem", ".key", ".esl")) {
      Files.deleteIfExists(layout.pki().resolve("kiosk").resolve(kioskId + kind));
    }
    String pki = layout.pki().toString();
    String said = programs.once(DESK, List.of("init", "--pki", pki, "--host", HOST));
    TownProcess desk =
        programs.enrolmentDesk(List.of("serve", "--listen", HOST + ":0")).awaitReady(READY);
    return new EnrolmentOffice(
        layout, programs, kioskId, value(said, "authority"), Integer.parseInt(desk.ready("port")));
  }

  /** What the operator's sheet has: a code for this kiosk, good once. */
  public String code() throws IOException, InterruptedException {
    List<String> words = List.of("code", "--operator", "op-1", "--kiosk", kioskId);
    return value(programs.once(DESK, programs.atTheDesk(words)), "code");
  }

  /** What else the sheet has: the digest of the root. */
  public String root() {
    return root;
  }

  /** Where the desk is. */
  public String address() {
    return HOST + ":" + port;
  }

  /** What else the sheet has: the word the broker lets this kiosk in with. */
  public String brokerPassword() throws IOException {
    return Files.readString(layout.pki().resolve("kiosk").resolve(kioskId + ".password")).strip();
  }

  /**
   * The maker makes a seal for the certificate that the kiosk got, and brings it on a stick, beside
   * a file that is none.
   *
   * @return the seal's path on the stick
   */
  public String bringSeal() throws IOException, InterruptedException {
    Path pki = layout.pki().resolve("kiosk");
    Files.copy(layout.data().resolve("keys/kiosk.pem"), pki.resolve(kioskId + ".pem"));
    programs.once(
        "egov.kiosk.platform.LabSeal",
        List.of("--dir", layout.pki().toString(), "--kiosk", kioskId, "--name", "演示用印章（无效）"));
    Path stick = Files.createDirectories(media().resolve("STICK"));
    Files.writeString(stick.resolve("not-a-seal.esl"), "a letter");
    return Files.move(pki.resolve(kioskId + ".esl"), stick.resolve("seal.esl")).toString();
  }

  private Path media() {
    return layout.work().resolve("media");
  }

  /**
   * The configuration as it is shipped, for a machine that is nobody yet and was told one thing:
   * the digest of the root to believe.
   */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("enrolment.directory", "${data}/enrolment");
    settings.put("enrolment.authority", root);
    settings.put("crypto.kioskId", "fz-gl-000001");
    settings.put("crypto.keyFile", "${data}/keys/kiosk.key");
    settings.put("crypto.certificateFile", "${data}/keys/kiosk.pem");
    settings.put("crypto.trustFile", "${data}/keys/ca.pem");
    settings.put("crypto.platformEncryptionCertificateFile", "${data}/keys/platform-enc.pem");
    settings.put("documents.sealFile", "");
    settings.put("documents.trustFile", "${data}/keys/ca.pem");
    settings.put("uplink.brokerUri", "tcp://127.0.0.1:1883");
    settings.put("uplink.passwordFile", "${data}/keys/broker.password");
    settings.put("uplink.trustFile", "${data}/keys/ca.pem");
    settings.put("upkeep.media", media().toString());
    return settings;
  }

  private static String value(String said, String name) throws IOException {
    return said.lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IOException("the enrolment desk says no " + name));
  }
}
