package egov.kiosk.fieldwork;

import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.GridCell;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.WithoutKeys;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import egov.kiosk.fieldwork.store.Disk;
import egov.kiosk.fieldwork.store.SealedFiles;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A tablet put together for a test, that can be started again. */
final class Tablet implements AuditLog {
  static final Badge WORKER = new Badge("W-12");
  static final GridCell GRID = new GridCell("350102-001-03");
  static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private static final Path ROOT = Path.of("/field");

  static final Sm4ChunkCipher CIPHER = new Sm4ChunkCipher(new SecureRandom());

  final World world;
  final Queue queue;
  final List<AuditEvent> audited = new ArrayList<>();
  final List<ServiceItem> items = new ArrayList<>();
  Optional<IdCardReader> reader = Optional.empty();
  private final Disk disk;
  private final Path root;
  private final RestBox box;
  FieldWork work;
  FieldOrders orders;
  Wipe wipe;

  private Tablet(World world, Disk disk, Path root, RestBox box) {
    this.world = world;
    this.disk = disk;
    this.root = root;
    this.box = box;
    queue = new Queue(world);
  }

  static Tablet in(World world) throws FieldException {
    Tablet tablet = new Tablet(world, world, ROOT, new WithoutKeys());
    tablet.start();
    return tablet;
  }

  /** One whose disk is that world's, behind another that may refuse. */
  static Tablet behind(Disk disk, World world) throws FieldException {
    Tablet tablet = new Tablet(world, disk, ROOT, new WithoutKeys());
    tablet.start();
    return tablet;
  }

  static Tablet on(Disk disk, Path root, RestBox box) throws FieldException {
    Tablet tablet = new Tablet(new World(1), disk, root, box);
    tablet.start();
    return tablet;
  }

  void start() throws FieldException {
    world.powerUp();
    Ports ports =
        new Ports(
            () -> Optional.of(queue),
            () -> queue.keys ? Optional.of(queue) : Optional.empty(),
            () -> Optional.of(queue),
            () -> Optional.of(() -> items),
            Optional::empty,
            () -> this,
            new StreamedSm3(),
            CIPHER,
            () -> reader);
    work = new FieldWork(GRID, SealedFiles.open(root, disk, box), ports, NOON);
    work.begin();
    orders = new FieldOrders(GRID, work);
    wipe = new Wipe(work, () -> this, Runnable::run);
  }

  @Override
  public void record(AuditEvent event) {
    audited.add(event);
  }

  @Override
  public void require(AuditEvent event) {
    audited.add(event);
  }

  /** A morning's order: two tasks, two households. */
  static Map<String, String> morning() {
    Map<String, String> order = new LinkedHashMap<>();
    order.put("grid", GRID.code());
    order.put("at", "2026-11-22T00:30:00Z");
    order.put("task.T1.kind", "VISIT");
    order.put("task.T1.title", "走访独居老人");
    order.put("task.T1.house", "H1");
    order.put("task.T1.due", "2026-11-22");
    order.put("task.T2.kind", "CHECK");
    order.put("task.T2.title", "核实出租房");
    house(order, "H1", 1, "3号楼201", "李春梅");
    house(order, "H2", 1, "3号楼202", "王建国");
    return order;
  }

  static void house(Map<String, String> order, String id, int revision, String where, String who) {
    order.put("house." + id + ".revision", Integer.toString(revision));
    order.put("house." + id + ".f.address", where);
    order.put("house." + id + ".f.p1Name", who);
    order.put("house." + id + ".f.p1Number", "11010519491231002X");
    order.put("house." + id + ".f.p1Phone", "13800001234");
    order.put("house." + id + ".f.p1Tags", "ELDERLY");
  }

  DraftView visit(String household) throws FieldException {
    return work.begin(
        WORKER,
        new Beginning(DraftKind.VISIT, Optional.empty(), Optional.of(household), Optional.empty()));
  }

  /** Everything a visit needs before it can be handed in. */
  void complete(DraftView draft) throws FieldException {
    work.consent(WORKER, draft.id(), true);
    work.sign(WORKER, draft.id(), List.of(IntStream.range(0, 40).map(i -> 100 + i).toArray()));
  }

  /** The smallest thing the judge lets through as a baseline JPEG picture. */
  static byte[] jpeg(int seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] head = {
      (byte) 0xFF,
      (byte) 0xD8,
      (byte) 0xFF,
      (byte) 0xC0,
      0,
      11,
      8,
      0,
      8,
      0,
      8,
      1,
      1,
      0x11,
      0,
      (byte) 0xFF,
      (byte) 0xDA,
      0,
      8,
      1,
      1,
      0,
      0,
      63,
      0
    };
    out.writeBytes(head);
    for (int i = 0; i < 64; i++) {
      out.write(seed * 31 + i & 0x7F);
    }
    out.write(0xFF);
    out.write(0xD9);
    return out.toByteArray();
  }
}
