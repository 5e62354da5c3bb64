package egov.kiosk.upkeep.look;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.upkeep.Supplies;
import egov.kiosk.domain.upkeep.Supplies.Supply;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** A machine on which all is well, and every part of which can be spoilt. */
final class Lab implements Rooms, Network {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  final Path root;
  final Path data;
  final Path temporary;
  final Map<String, String> settings = new HashMap<>();
  final List<String> arguments = new ArrayList<>();
  final Set<FaultCode> faults = EnumSet.noneOf(FaultCode.class);
  final Set<Closure> closures = EnumSet.noneOf(Closure.class);
  final FewMessages messages = new FewMessages();
  final List<Supplies.Supply> supplies = new ArrayList<>();
  List<InetAddress> addresses;
  List<InetAddress> names;
  Instant now = NOW;
  Duration running = Duration.ofHours(3);
  ZoneId zone = ZoneId.of("Asia/Shanghai");
  String stat = "900000 1000000";
  String user = "kiosk";
  String owner;
  int java = 17;
  boolean reachable = true;
  boolean open = true;
  Optional<Instant> accepted = Optional.of(NOW);

  Lab(Path directory) throws IOException {
    root = directory.resolve("root");
    data = Files.createDirectories(directory.resolve("data"));
    temporary = Files.createDirectories(directory.resolve("tmp"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    owner = Files.getOwner(data).getName();
    addresses = List.of(address(10, 1, 2, 3), InetAddress.getByName("2001:db8::1"));
    names = addresses;
    settings.put("upkeep.profile", "production");
    settings.put("upkeep.networks", "both");
    settings.put("upkeep.fonts", "/fonts/all.ttf");
    settings.put("upkeep.browsers", "/usr/bin/chromium");
    settings.put("uplink.brokerUri", "ssl://broker.example:8883");
    settings.put("crypto.custody", "skf");
    settings.put("crypto.kioskId", "fz-gl-000007");
    settings.put("crypto.keyFile", secret("kiosk.key").toString());
    settings.put("crypto.trustFile", file(data, "ca.pem", "an authority").toString());
    settings.put("crypto.revocationFile", file(data, "crl.pem", "list").toString());
    Files.setLastModifiedTime(data.resolve("crl.pem"), FileTime.from(NOW));
    Files.setPosixFilePermissions(
        file(data, "data-keys", "x"), PosixFilePermissions.fromString("rw-------"));
    system();
  }

  private void system() throws IOException {
    put("proc/self/io", "rchar: 5\nwrite_bytes: 1048576\n");
    put("proc/self/mounts", "disk / ext4 rw,relatime 0 0\n");
    put("proc/self/limits", LIMITS);
    put("proc/self/fd/0", "");
    put("proc/self/net/tcp", "  sl\n   0: 0100007F:22E2 00000000:0000 0A 0 0\n");
    put("proc/self/net/tcp6", "  sl\n");
    put("proc/meminfo", "MemTotal: 4000000 kB\nMemAvailable:    2000000 kB\n");
    put("proc/swaps", "Filename Type\n");
    put("proc/loadavg", "0.1 0.2 0.3 1/200 4711\n");
    put("proc/uptime", "86400.5 100.0\n");
    put("sys/class/thermal/thermal_zone0/temp", "51000\n");
    put("sys/block/mmcblk0/device/life_time", "0x01 0x02\n");
    put("run/systemd/timesync/synchronized", "");
    put("etc/kiosk/profile", "workstation\n");
    settings.put("field-work.grid", "350102-001-03");
    Files.write(parent("fonts/all.ttf"), Fonts.with(0x20, 0x30000));
    arguments.add("-Dkiosk.home=/opt/kiosk");
    arguments.add("-Dorg.sqlite.lib.path=/opt/kiosk/native/sqlite");
    put("opt/kiosk/native/sqlite/libsqlitejdbc.so", "");
    Path browser = put("usr/bin/chromium", "");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static final String LIMITS =
      "Limit  Soft Limit  Hard Limit  Units\n"
          + "Max core file size        0                    0                    bytes\n"
          + "Max open files            1024                 4096                 files\n";

  static InetAddress address(int a, int b, int c, int d) throws IOException {
    return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
  }

  Path secret(String name) throws IOException {
    Path file = file(data, name, "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  static Path file(Path directory, String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  Path put(String path, String text) throws IOException {
    return Files.writeString(parent(path), text);
  }

  private Path parent(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  List<HealthCheck> looks() {
    Machine machine =
        new Machine(
            root,
            data,
            temporary,
            new Settings(() -> settings),
            (InstantSource) () -> now,
            running::toNanos,
            (words, timeout) -> stat);
    Looks.Program program = new Looks.Program(java, arguments, user, 2);
    // Of these two the surroundings are set by the tests, whoever runs them and wherever.
    List<Look> own =
        Stream.of(new TimeLooks(machine, () -> zone).all(), new SecretLooks(machine, owner).all())
            .flatMap(List::stream)
            .toList();
    List<String> names = own.stream().map(Look::name).toList();
    return Stream.concat(
            own.stream(),
            Looks.at(machine, this, this, program).stream()
                .filter(look -> !names.contains(look.name())))
        .map(HealthCheck.class::cast)
        .toList();
  }

  Finding look(String name) {
    return looks().stream()
        .filter(look -> look.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no look is called " + name))
        .check(Duration.ofSeconds(5));
  }

  @Override
  public List<InetAddress> addresses() {
    return addresses;
  }

  @Override
  public List<InetAddress> resolve(String host, Duration timeout) {
    return names;
  }

  @Override
  public void connect(String host, int port, Duration timeout) throws IOException {
    if (!reachable) {
      throw new IOException("refused");
    }
  }

  @Override
  public Optional<Outbox> outbox() {
    return open ? Optional.of(messages.outbox()) : Optional.empty();
  }

  @Override
  public boolean connected() {
    return false;
  }

  @Override
  public Optional<ServiceLock> service() {
    return Optional.of(
        new ServiceLock() {
          @Override
          public Set<Closure> closures() {
            return closures;
          }

          @Override
          public boolean serving() {
            return false;
          }

          @Override
          public void close(Closure why, boolean closed) {
            throw new AssertionError("a look changes nothing");
          }
        });
  }

  @Override
  public List<Device> devices() {
    return List.of(
        new Device() {
          @Override
          public String name() {
            return "id-card-reader";
          }

          @Override
          public DeviceStatus status() {
            return new DeviceStatus(DeviceState.ONLINE, faults, NOW);
          }
        });
  }

  @Override
  public List<Supplies.Supply> supplies() {
    return supplies;
  }

  @Override
  public Optional<Instant> accepted() {
    return accepted;
  }

  /** Of so much so much is left; -1 days are not known. */
  static Supply paper(int capacity, int left, double perDay, int days) {
    return new Supply(
        "slip-paper",
        OptionalInt.of(capacity),
        OptionalInt.of(left),
        days < 0 ? OptionalDouble.empty() : OptionalDouble.of(perDay),
        days < 0 ? OptionalInt.empty() : OptionalInt.of(days),
        Optional.of(Lab.NOW));
  }
}
