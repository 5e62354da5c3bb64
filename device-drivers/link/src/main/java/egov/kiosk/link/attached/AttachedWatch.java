package egov.kiosk.link.attached;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what is plugged in that may not be at this kiosk. What was there at the first look belongs
 * to the machine, unless the site gives a list; what comes later and is of no accepted model is an
 * alarm until it is gone. The runtime cannot keep the system from using it: that is for the
 * system's own rules (USBGuard, udev), and its first key strokes come before any look.
 */
public final class AttachedWatch implements HealthCheck {
  private static final Logger LOG = LoggerFactory.getLogger(AttachedWatch.class);

  private final Sysfs sysfs;
  private final Set<String> accepted;
  private final boolean listed;
  private final Consumer<String> alarm;
  private boolean looked;
  private volatile Set<Attached> strangers = Set.of();
  private volatile boolean blind;

  /**
   * @param sysfs where the kernel tells, {@code /sys} on a real machine
   * @param accepted models that may be there, e.g. {@code INPUT 0eef:0001}; empty: what is there at
   *     the first look
   * @param alarm told the model, once for each stranger that comes
   */
  public AttachedWatch(Path sysfs, Set<String> accepted, Consumer<String> alarm) {
    this.sysfs = new Sysfs(sysfs);
    this.accepted = new TreeSet<>(accepted);
    this.listed = !accepted.isEmpty();
    this.alarm = Objects.requireNonNull(alarm, "alarm");
  }

  /** Looks once; on one thread. */
  public void look() {
    Set<Attached> now;
    try {
      now = sysfs.read();
      blind = false;
    } catch (IOException e) {
      blind = true;
      return;
    }
    if (!looked && !listed) {
      now.forEach(one -> accepted.add(one.model()));
    }
    looked = true;
    Set<Attached> unknown =
        now.stream()
            .filter(one -> !accepted.contains(one.model()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Attached> before = strangers;
    strangers = Set.copyOf(unknown);
    for (Attached one : unknown) {
      if (!before.contains(one)) {
        LOG.error(
            "{} was plugged in at {} and may not be at this kiosk: pull it, find out who came",
            one.model(),
            one.place());
        alarm.accept(one.model());
      }
    }
  }

  /** What may not be there and is. */
  Set<Attached> strangers() {
    return strangers;
  }

  @Override
  public String name() {
    return "attached";
  }

  @Override
  public Finding check(Duration timeout) {
    if (blind) {
      return finding(Level.WARN, "what is plugged in cannot be seen", "mount /sys for the runtime");
    }
    Set<Attached> now = strangers;
    return now.isEmpty()
        ? Finding.ok(name(), "nothing is plugged in that does not belong here")
        : finding(
            Level.FAIL,
            now.stream().map(Attached::model).collect(Collectors.joining(", ")) + " is plugged in",
            "pull it and find out who came; if it belongs here, add it to attached.accepted");
  }

  private Finding finding(Level level, String what, String advice) {
    return new Finding(name(), level, what, Actor.TECHNICIAN, advice);
  }
}
