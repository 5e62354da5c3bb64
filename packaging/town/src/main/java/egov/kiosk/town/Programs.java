package egov.kiosk.town;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The programs a town runs beside the kiosk, each as a process of its own with a log of its own.
 */
final class Programs {
  private static final String EMULATOR = "egov.kiosk.emulator.Main";
  private static final List<String> CARDS_WITH_A_FACE =
      List.of("resident", "resident-longterm", "foreigner2017", "foreigner2023", "rare-name");

  private final TownLayout layout;
  private final Consumer<TownProcess> started;

  /**
   * @param started gets each process, to end it some day
   */
  Programs(TownLayout layout, Consumer<TownProcess> started) {
    this.layout = layout;
    this.started = started;
  }

  /** Certificates of the platform, its front and the kiosk, and the kiosk's seal. */
  void issueCertificates(String kioskId) throws IOException, InterruptedException {
    Path log = layout.logs().resolve("authority.log");
    List<String> arguments =
        List.of(
            "--dir",
            layout.pki().toString(),
            "--kiosk",
            kioskId,
            "--front",
            "127.0.0.1",
            "--seal",
            "演示用印章（无效）");
    Process authority =
        new ProcessBuilder(javaCommand("egov.kiosk.platform.LabAuthority", arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (authority.waitFor() != 0) {
      throw new IOException("laboratory certificates could not be made; see " + log);
    }
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed
   */
  String once(String mainClass, List<String> arguments) throws IOException, InterruptedException {
    Path log = layout.logs().resolve("once.log");
    Process process =
        new ProcessBuilder(javaCommand(mainClass, arguments))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(mainClass + " failed; see " + log);
    }
    return said;
  }

  /** The enrolment desk's book and keys; whoever asks keeps an audit log of its own. */
  List<String> atTheDesk(List<String> words) {
    List<String> all = new ArrayList<>(words);
    Path desk = layout.work().resolve("enrolment-desk");
    all.addAll(List.of("--pki", layout.pki().toString()));
    all.addAll(List.of("--store", desk.resolve("book").toString()));
    all.addAll(List.of("--audit", desk.resolve("audit-" + words.get(0)).toString()));
    return all;
  }

  TownProcess enrolmentDesk(List<String> words) throws IOException {
    return process("enrolment-desk", "egov.kiosk.gateway.enrolment.DeskMain", atTheDesk(words));
  }

  /** Broker, gateway and their books. */
  TownProcess platform() throws IOException {
    return process(
        "platform",
        "egov.kiosk.platform.Main",
        List.of(
            "--dir",
            layout.platform().toString(),
            "--port",
            "0",
            "--uploads",
            "0",
            "--pki",
            layout.pki().toString()));
  }

  /** What takes national lines for the broker. */
  TownProcess front(String brokerPort) throws IOException {
    Path pki = layout.pki();
    return process(
        "front",
        "egov.kiosk.front.Main",
        List.of(
            "--listen", "127.0.0.1:0",
            "--broker-port", brokerPort,
            "--trust", pki.resolve("ca.pem").toString(),
            "--certificate", pki.resolve("platform-front.pem").toString(),
            "--key", pki.resolve("platform-front.key").toString()));
  }

  /** The reader, with the same face on every card that can be used. */
  TownProcess reader() throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("reader", "--link", layout.readerPort().toString()));
    for (String card : CARDS_WITH_A_FACE) {
      arguments.addAll(List.of("--portrait", card + "=" + layout.face("portrait.webp")));
    }
    return process("reader", EMULATOR, arguments);
  }

  TownProcess printer() throws IOException {
    return process(
        "printer", EMULATOR, List.of("printer", "--port", "0", "--out", layout.slips().toString()));
  }

  TownProcess camera() throws IOException {
    return process("camera", EMULATOR, List.of("camera", "--dir", layout.camera().toString()));
  }

  /** A document camera, reached as one in the network. */
  TownProcess tableCamera(Path directory) throws IOException {
    return process(
        "table",
        EMULATOR,
        List.of("camera", "--dir", directory.toString(), "--view", "table", "--http", "0"));
  }

  TownProcess scanner(Path line) throws IOException {
    return process("scanner", EMULATOR, List.of("scanner", "--link", line.toString()));
  }

  TownProcess cabinet(Path line) throws IOException {
    return process("cabinet", EMULATOR, List.of("cabinet", "--link", line.toString()));
  }

  /** A drawer of social security cards, for the reader at this port. */
  TownProcess socialCards(int port) throws IOException {
    return process(
        "social-card", EMULATOR, List.of("social-card", "--port", Integer.toString(port)));
  }

  private TownProcess process(String name, String mainClass, List<String> arguments)
      throws IOException {
    TownProcess process =
        TownProcess.start(
            name, layout.logs().resolve(name + ".log"), javaCommand(mainClass, arguments));
    started.accept(process);
    return process;
  }

  private static List<String> javaCommand(String mainClass, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(arguments);
    return command;
  }
}
