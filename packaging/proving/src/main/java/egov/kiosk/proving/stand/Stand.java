package egov.kiosk.proving.stand;

import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.proving.audit.Audit;
import egov.kiosk.proving.audit.Books;
import egov.kiosk.proving.audit.Finding;
import egov.kiosk.proving.child.Shell;
import egov.kiosk.proving.disk.LoopDisk;
import egov.kiosk.proving.shim.BadLuck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One kiosk, one broker and one platform that work together until something is done to them. Used
 * by one thread.
 */
public final class Stand implements AutoCloseable {
  private static final int DISK_MIB = 96;
  private static final int DATABASE_MIB = 256;
  private static final long POLL_MILLIS = 10;
  private static final Duration REOPEN = Duration.ofSeconds(10);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Books books = new Books();
  private final Audit audit = new Audit(books);
  private final Path directory;
  private final Path queue;
  private final Optional<LoopDisk> disk;
  private final Optional<LoopDisk> platformDisk;
  private final Optional<BadLuck> luck;
  private final BrokerProcess broker;
  private final FaultProxy kioskLine;
  private final FaultProxy platformLine;
  private final Platform platform;
  private final boolean kafka;
  private final KioskProcess kiosk;
  private final Quiet quiet;
  private final Mixer mixer;
  private final Incidents incidents;
  private long seed;

  /**
   * Sets everything up and lets it run.
   *
   * @param number tells stands apart, from 0
   * @param round tells apart the kiosks that stand there one after the other
   */
  public Stand(Ground ground, int number, int round, long seed)
      throws IOException, InterruptedException {
    this.seed = seed;
    String name = "stand-" + number + "-" + round;
    directory = ground.directory(name);
    try {
      disk = disk(ground, name, DISK_MIB);
      platformDisk =
          disk(ground, name + "-platform", ground.kind().database() ? DATABASE_MIB : DISK_MIB);
      kafka = ground.kafka().isPresent();
      queue = disk.map(LoopDisk::path).orElse(directory).resolve("outbox");
      Path luckPage = directory.resolve("luck");
      luck =
          ground.shim().isPresent()
              ? Optional.of(BadLuck.open(ground.shim().get(), luckPage, queue))
              : Optional.empty();
      broker = keep(new BrokerProcess(directory.resolve("broker"), FreePort.find()));
      broker.start();
      kioskLine = keep(FaultProxy.before(broker.port()));
      platformLine = keep(FaultProxy.before(broker.port()));
      platform =
          keep(
              Platforms.of(
                  ground,
                  name,
                  platformDisk.map(LoopDisk::path).orElse(directory),
                  directory,
                  platformLine.port()));
      Path log = directory.resolve("kiosk.log");
      kiosk = keep(new KioskProcess(ground.kiosk(), ground.pki(), Ground.KIOSK, luck, log, books));
      quiet = new Quiet(kiosk);
      mixer = keep(new Mixer(broker.port()));
      incidents = new Incidents(queue);
      platform.start();
      startKiosk();
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Optional<LoopDisk> disk(Ground ground, String name, int mebibytes)
      throws IOException, InterruptedException {
    return ground.scratch().isPresent()
        ? Optional.of(keep(ground.scratch().get().disk(name, mebibytes)))
        : Optional.empty();
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }

  public Books books() {
    return books;
  }

  public FaultProxy kioskLine() {
    return kioskLine;
  }

  public FaultProxy platformLine() {
    return platformLine;
  }

  public Mixer mixer() {
    return mixer;
  }

  public Incidents incidents() {
    return incidents;
  }

  /** The disk the queue is on; only where the machine can have one. */
  public LoopDisk disk() {
    return disk.orElseThrow();
  }

  /** The luck of the kiosk; only where the machine can have one. */
  public BadLuck luck() {
    return luck.orElseThrow();
  }

  /** The queue's directory. */
  public Path queue() {
    return queue;
  }

  /** Kills the kiosk; what it said before is in the books. */
  public void killKiosk() throws InterruptedException {
    kiosk.kill();
  }

  /** Stops the kiosk in peace. */
  public void stopKiosk() throws InterruptedException {
    kiosk.stop();
  }

  /** Starts the kiosk's runtime again, as its watchdog does, until its queue is open. */
  public void startKiosk() throws IOException, InterruptedException {
    long end = System.nanoTime() + REOPEN.toNanos();
    boolean open = kiosk.start(queue, kioskLine.port(), seed++) && kiosk.state().isPresent();
    while (!open) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("the queue does not open any more");
      }
      Thread.sleep(POLL_MILLIS);
      // Where the process lives, it goes on trying by itself.
      open =
          (kiosk.alive() || kiosk.start(queue, kioskLine.port(), seed++))
              && kiosk.state().isPresent();
    }
    kiosk.go();
  }

  /** Starts the kiosk's runtime and kills it so soon that it may not have opened its queue. */
  public void stumble(long millis) throws IOException, InterruptedException {
    kiosk.stumble(queue, kioskLine.port(), seed++, millis);
  }

  public void killBroker() throws InterruptedException {
    broker.kill();
  }

  public void startBroker() throws IOException, InterruptedException {
    broker.start();
  }

  public void killPlatform() throws InterruptedException {
    platform.kill();
  }

  public void startPlatform() throws IOException, InterruptedException {
    platform.start();
  }

  public void killWorker(int which) throws InterruptedException {
    platform.killOne(which);
  }

  public void startWorker(int which) throws IOException, InterruptedException {
    platform.startOne(which);
  }

  public void killDatabase() throws InterruptedException {
    platform.killServers();
  }

  public void startDatabase() throws IOException, InterruptedException {
    platform.startServers();
  }

  /** The power goes at the platform and comes back; only where the machine can have a disk. */
  public void cutPlatformPower() throws IOException, InterruptedException {
    LoopDisk its = platformDisk.orElseThrow();
    platformLine.cut();
    if (kafka) {
      // Kafka is elsewhere and has power: nothing may reach it after this moment.
      platform.kill();
    }
    its.freeze();
    if (!kafka) {
      platform.kill();
    }
    platform.killServers();
    its.comeBack();
    platformLine.mend();
    platform.startServers();
    platform.start();
  }

  /** Lets the kiosk write again after {@link #rest}. */
  public void go() {
    kiosk.go();
  }

  /**
   * Holds the writers and waits until everything is settled, or for so long. A kiosk that does not
   * take business again by itself is started again once, as its technician is told to.
   *
   * @return whether it was started again
   */
  public boolean rest(Duration patience) throws IOException, InterruptedException {
    boolean again = false;
    if (!kiosk.hold() || !quiet.inService()) {
      kiosk.kill();
      startKiosk();
      kiosk.hold();
      again = true;
    }
    quiet.drain(patience);
    return again;
  }

  /**
   * Looks at the queue's file and compares the books with everything; the stand is at rest.
   *
   * @param destroyed whether bytes of the queue were destroyed since the last audit
   */
  public Finding audit(boolean destroyed) throws IOException, InterruptedException {
    Soundness file = quiet.verified();
    incidents.collect();
    platform.look();
    Finding finding = audit.run(new StandWitness(platform, kiosk, file), destroyed);
    platform.discord().tell(finding);
    if (!file.sound()) {
      finding.complain("the queue does not verify: " + file.text());
    }
    return finding;
  }

  /** Copies the queue's files and the logs, for whoever looks into a complaint. */
  public void keepEvidence(Path where) throws IOException, InterruptedException {
    Files.createDirectories(where);
    Shell.run("cp -r '%s' '%s'/*.log '%s' || true".formatted(queue, directory, where));
  }

  /** Ends every process and gives the disk back, whatever state they are in. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.err.println("campaign: not given back: " + e.getMessage());
      }
    }
  }
}
