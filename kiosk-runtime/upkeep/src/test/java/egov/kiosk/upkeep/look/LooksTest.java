package egov.kiosk.upkeep.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.DeliveryState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each look, on a machine where all is well, and where the one thing is wrong that it is for. */
class LooksTest {
  @TempDir private Path directory;

  private interface Spoil {
    void it(Lab lab) throws Exception;
  }

  private static Arguments of(String name, Level level, Spoil spoil) {
    return Arguments.of(name, level, spoil);
  }

  private static Stream<Arguments> spoilt() {
    return Stream.of(TIME, NETWORK, DISK, SYSTEM, PROGRAM, SECRET, WORK).flatMap(List::stream);
  }

  private static final List<Arguments> TIME =
      List.of(
          of("time-zone", Level.WARN, lab -> lab.zone = ZoneId.of("UTC")),
          of(
              "time-service",
              Level.WARN,
              lab -> Files.delete(lab.root.resolve("run/systemd/timesync/synchronized"))),
          of(
              "time-floor",
              Level.FAIL,
              lab -> {
                lab.look("time-floor");
                lab.now = Lab.NOW.minus(Duration.ofDays(400));
              }));

  private static final List<Arguments> NETWORK =
      List.of(
          of("network-v4", Level.FAIL, lab -> lab.addresses = lab.addresses.subList(1, 2)),
          of("network-v6", Level.FAIL, lab -> lab.addresses = lab.addresses.subList(0, 1)),
          of("names-v4", Level.FAIL, lab -> lab.names = lab.names.subList(1, 2)),
          of("names-v6", Level.FAIL, lab -> lab.names = List.of()),
          of("broker-port", Level.FAIL, lab -> lab.reachable = false),
          of("broker-port", Level.FAIL, lab -> lab.settings.remove("uplink.brokerUri")),
          of(
              "open-ports",
              Level.FAIL,
              lab -> lab.put("proc/self/net/tcp", "sl\n 0: 00000000:0016 00000000:0000 0A 0\n")),
          of(
              "open-ports",
              Level.FAIL,
              lab ->
                  lab.put(
                      "proc/self/net/tcp6",
                      "sl\n 0: 00000000000000000000000000000000:1F90 0:0 0A 0\n")));

  private static final List<Arguments> DISK =
      List.of(
          of("disk-inodes", Level.FAIL, lab -> lab.stat = "12 1000000"),
          of("disk-inodes", Level.WARN, lab -> lab.stat = "no numbers"),
          of("disk-writes", Level.WARN, lab -> lab.put("proc/self/io", "write_bytes: 900000000\n")),
          of("disk-wear", Level.WARN, lab -> wear(lab, "0x09 0x02")),
          of("disk-wear", Level.FAIL, lab -> wear(lab, "0x03 0x0b")),
          of("disk-mount", Level.FAIL, lab -> mounts(lab, lab.data, "ro,relatime")),
          of("temporary-directory", Level.FAIL, lab -> Files.delete(lab.temporary)),
          of("temporary-directory", Level.WARN, lab -> mounts(lab, lab.temporary, "rw,noexec")),
          of("log-size", Level.WARN, LooksTest::longLog));

  private static final List<Arguments> SYSTEM =
      List.of(
          of("memory", Level.WARN, lab -> lab.put("proc/meminfo", "MemAvailable: 150000 kB\n")),
          of("memory", Level.FAIL, lab -> lab.put("proc/meminfo", "MemAvailable: 20000 kB\n")),
          of("swap", Level.FAIL, lab -> lab.put("proc/swaps", "Filename\n/dev/sda2 partition\n")),
          of("temperature", Level.WARN, lab -> heat(lab, "86000")),
          of("temperature", Level.FAIL, lab -> heat(lab, "99000")),
          of("load", Level.WARN, lab -> lab.put("proc/loadavg", "9 9 9.5 1/2 3\n")),
          of(
              "open-files",
              Level.WARN,
              lab -> lab.put("proc/self/limits", "Max open files 1 1 files\n")),
          of(
              "core-dumps",
              Level.FAIL,
              lab -> lab.put("proc/self/limits", "Max core file size unlimited unlimited bytes\n")),
          of("restart-pending", Level.WARN, lab -> lab.put("run/reboot-required", "")),
          of("uptime", Level.WARN, lab -> lab.put("proc/uptime", "20000000.0 1\n")));

  private static final List<Arguments> PROGRAM =
      List.of(
          of("browser", Level.FAIL, lab -> Files.delete(lab.root.resolve("usr/bin/chromium"))),
          of("fonts", Level.FAIL, lab -> Files.delete(lab.root.resolve("fonts/all.ttf"))),
          of(
              "fonts",
              Level.WARN,
              lab -> Files.write(lab.root.resolve("fonts/all.ttf"), Fonts.with(0x20, 0x9FFF))),
          of("java", Level.WARN, lab -> lab.java = 21),
          of(
              "native-parts",
              Level.FAIL,
              lab -> Files.delete(lab.root.resolve("opt/kiosk/native/sqlite/libsqlitejdbc.so"))),
          of(
              "native-parts",
              Level.FAIL,
              lab -> lab.arguments.add("-Djava.library.path=/opt/kiosk/native/none")),
          of("debugging", Level.FAIL, lab -> lab.arguments.add("-agentlib:jdwp=server=y")),
          of("runtime-user", Level.FAIL, lab -> lab.user = "root"));

  private static final List<Arguments> SECRET =
      List.of(
          of("profile", Level.WARN, lab -> lab.settings.put("upkeep.profile", "laboratory")),
          of("software-key", Level.WARN, lab -> lab.settings.remove("crypto.custody")),
          of(
              "default-secrets",
              Level.FAIL,
              lab -> Lab.file(lab.data, "ca.pem", "CN=laboratory-ca")),
          of(
              "default-secrets",
              Level.FAIL,
              lab ->
                  lab.settings.put(
                      "identity.packAuthorities",
                      Lab.file(lab.data, "pack.pem", "CN=development-root").toString())),
          of(
              "example-identity",
              Level.FAIL,
              lab -> lab.settings.put("crypto.kioskId", "fz-gl-000001")),
          of("secret-files", Level.FAIL, lab -> open(lab.data.resolve("kiosk.key"), "rw-r-----")),
          of("data-directory", Level.FAIL, lab -> open(lab.data, "rwxrwxrwx")),
          of("data-directory", Level.WARN, lab -> open(lab.data, "rwxrwx---")),
          of("data-directory", Level.WARN, lab -> lab.owner = "somebody-else"),
          of("revocation-age", Level.FAIL, lab -> lab.settings.remove("crypto.revocationFile")),
          of("revocation-age", Level.FAIL, lab -> Files.delete(lab.data.resolve("crl.pem"))),
          of("revocation-age", Level.WARN, lab -> lab.now = Lab.NOW.plus(Duration.ofDays(9))),
          of("data-key-files", Level.WARN, lab -> Files.delete(lab.data.resolve("data-keys"))),
          of(
              "data-key-files",
              Level.FAIL,
              lab -> open(lab.data.resolve("data-keys"), "rw-rw----")));

  private static final List<Arguments> WORK =
      List.of(
          of("queue-oldest", Level.WARN, lab -> wait(lab, Duration.ofHours(30))),
          of("queue-oldest", Level.FAIL, lab -> wait(lab, Duration.ofHours(80))),
          of("queue-oldest", Level.FAIL, lab -> lab.open = false),
          of(
              "queue-dead-letters",
              Level.WARN,
              lab -> lab.messages.add(DeliveryState.DEAD_LETTER, Lab.NOW)),
          of("queue-dead-letters", Level.FAIL, lab -> lab.open = false),
          of(
              "queue-leftovers",
              Level.WARN,
              lab -> Files.createDirectories(lab.data.resolve("outbox/quarantine/1"))),
          of("consumables", Level.WARN, lab -> lab.faults.add(FaultCode.PAPER_LOW)),
          of("consumables", Level.WARN, lab -> lab.supplies.add(Lab.paper(300, 60, 20.5, 2))),
          of("consumables", Level.WARN, lab -> lab.supplies.add(Lab.paper(300, 30, 0, -1))),
          of("machine-profile", Level.WARN, lab -> lab.put("etc/kiosk/profile", "kiosk\n")),
          of("machine-profile", Level.FAIL, lab -> lab.put("etc/kiosk/profile", "desktop\n")),
          of("machine-profile", Level.FAIL, LooksTest::tabletWithoutAGrid),
          of("maintenance", Level.WARN, lab -> lab.closures.add(Closure.MAINTENANCE)),
          of("acceptance", Level.WARN, lab -> lab.accepted = Optional.empty()));

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spoilt")
  void spoiltMachine_isFound_andSaysWhoDoesWhat(String name, Level level, Spoil spoil)
      throws Exception {
    Lab lab = new Lab(directory);
    assertEquals(Level.OK, lab.look(name).level(), () -> lab.look(name).toString());
    spoil.it(lab);
    Finding found = lab.look(name);
    assertEquals(level, found.level(), found.toString());
    assertEquals(Actor.TECHNICIAN, found.actor());
    assertFalse(found.advice().isBlank(), found.toString());
    assertFalse(found.what().contains("\n"), found.toString());
  }

  @Test
  void everyLook_isSpoiltByATest_andHasANameOfItsOwn() throws Exception {
    List<String> names = new Lab(directory).looks().stream().map(HealthCheck::name).toList();
    Set<String> tried =
        spoilt().map(one -> (String) one.get()[0]).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(tried, new TreeSet<>(names));
    assertEquals(names.size(), Set.copyOf(names).size());
  }

  private static void wear(Lab lab, String life) throws Exception {
    lab.put("sys/block/mmcblk0/device/life_time", life);
  }

  private static void heat(Lab lab, String millidegrees) throws Exception {
    lab.put("sys/class/thermal/thermal_zone0/temp", millidegrees);
  }

  private static void mounts(Lab lab, Path place, String options) throws Exception {
    lab.put("proc/self/mounts", "a / ext4 rw 0 0\nb " + place + " ext4 " + options + " 0 0\n");
  }

  private static void open(Path file, String rights) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private static void wait(Lab lab, Duration age) {
    lab.messages.add(DeliveryState.DELIVERED, Lab.NOW.minus(Duration.ofDays(9)));
    lab.messages.add(DeliveryState.PENDING, Lab.NOW.minus(age));
  }

  private static void tabletWithoutAGrid(Lab lab) throws Exception {
    lab.put("etc/kiosk/profile", "worker\n");
    assertEquals(Level.OK, lab.look("machine-profile").level());
    lab.settings.remove("field-work.grid");
  }

  /** A file with a hole: long, and no load for the disk. */
  private static void longLog(Lab lab) throws Exception {
    Path log = Files.createDirectories(lab.data.resolve("log")).resolve("kiosk.log");
    try (var file = new java.io.RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(400L * 1024 * 1024);
    }
    Files.setLastModifiedTime(log, FileTime.from(Lab.NOW));
  }
}
