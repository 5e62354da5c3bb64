package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.configuration.Overlay.Layer;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.SettingsRefusedException;
import egov.kiosk.launcher.port.SettingsRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lays settings from afar over the technician's file. Whatever is wrong with them, the kiosk
 * starts: in doubt as the technician set it.
 */
public final class RemoteDesk implements RemoteSettings {

  /** Gives components what they are set to. */
  public interface Delivery {
    void deliver(Configuration configuration) throws IOException;
  }

  private final OverlayFile file;
  private Installation.Settings base;
  private Overlay overlay = Overlay.NONE;
  private String damage = "";
  private boolean trouble;
  private Delivery delivery = configuration -> {};

  /** For what was laid over the configuration in that file. */
  public RemoteDesk(OverlayFile file) {
    this.file = file;
  }

  /** What would be in force now; changes nothing. */
  synchronized Configuration look(Installation.Settings settings) {
    base = settings;
    try {
      return over(file.read().orElse(Overlay.NONE).inForce());
    } catch (IOException | SettingsRefusedException e) {
      return settings.configuration();
    }
  }

  /**
   * Opens for a kiosk that goes into service; a trial pays for this start before its settings are
   * used.
   *
   * @return what is in force
   */
  public synchronized Configuration open(Installation.Settings settings) {
    base = settings;
    overlay = readOrSetAside();
    if (overlay.trial().isPresent() && !become(overlay.spend(START_COST))) {
      // A start that cannot be counted must not be made with settings on trial.
      overlay = overlay.revert();
    }
    if (overlay.trial().isPresent() && !fits(overlay.inForce())) {
      become(overlay.revert());
    }
    if (overlay.trial().isEmpty() && !fits(overlay.kept())) {
      damaged("version " + overlay.kept().version() + " does not fit this program any more");
      overlay = new Overlay(Overlay.NONE.kept(), Optional.empty(), overlay.reverted());
    }
    if (overlay.inForce().version() > 0) {
      log()
          .info(
              "settings from afar: version {}{}",
              overlay.inForce().version(),
              overlay.trial().isPresent() ? " on trial" : "");
    }
    try {
      return over(overlay.inForce());
    } catch (SettingsRefusedException e) {
      throw new IllegalStateException("it fitted just now", e);
    }
  }

  /** Who hears of changes from now on. */
  public synchronized void deliverTo(Delivery target) {
    delivery = target;
  }

  /** A component complained, perhaps about what it was given. */
  public synchronized void componentFailed() {
    trouble |= overlay.trial().isPresent();
  }

  @Override
  public synchronized State state() {
    return new State(
        overlay.kept().version(),
        overlay.trial().map(trial -> trial.layer().version()).orElse(0L),
        overlay.trial().map(Overlay.Trial::left).orElse(Duration.ZERO),
        overlay.reverted(),
        trouble,
        damage);
  }

  @Override
  public synchronized void begin(long version, Map<String, Map<String, String>> settings)
      throws SettingsRefusedException {
    if (version <= overlay.highest()) {
      throw new SettingsRefusedException(
          Reason.OLD, "version " + overlay.highest() + " was here already");
    }
    Layer layer = new Layer(version, settings);
    over(layer);
    Overlay before = overlay;
    try {
      file.write(overlay.begin(layer));
      overlay = overlay.begin(layer);
      trouble = false;
      deliver(before.inForce());
    } catch (IOException e) {
      log().error("settings from afar: version {} could not be written or handed out", version, e);
      overlay = before.begin(layer);
      become(before);
      throw new SettingsRefusedException(Reason.STORAGE, "could not be written or handed out");
    }
    log().info("settings from afar: version {} is on trial", version);
  }

  @Override
  public synchronized void keep() throws IOException {
    if (overlay.trial().isPresent()) {
      file.write(overlay.keep());
      overlay = overlay.keep();
      damage = "";
      log().info("settings from afar: version {} is kept", overlay.kept().version());
    }
  }

  @Override
  public synchronized void revert() {
    if (overlay.trial().isPresent()) {
      log()
          .warn(
              "settings from afar: version {} is reverted, back to version {}",
              overlay.inForce().version(),
              overlay.kept().version());
      become(overlay.revert());
    }
  }

  @Override
  public synchronized boolean spend(Duration ran) {
    if (overlay.trial().isEmpty()) {
      return false;
    }
    Overlay after = overlay.spend(ran);
    if (after.trial().isEmpty()) {
      revert();
      return true;
    }
    become(after);
    return false;
  }

  /**
   * Takes another state, also when the disk cannot: the components come first.
   *
   * @return whether it is on the disk
   */
  private boolean become(Overlay after) {
    Layer before = overlay.inForce();
    overlay = after;
    trouble &= after.trial().isPresent();
    boolean written = false;
    try {
      file.write(after);
      written = true;
    } catch (IOException e) {
      log().error("settings from afar: {} cannot be written: {}", file.path(), e.getMessage());
    }
    try {
      deliver(before);
    } catch (IOException e) {
      log().error("settings from afar: components could not be told; restart the kiosk", e);
    }
    return written;
  }

  /** Tells every component that is set from afar now or was so before. */
  private void deliver(Layer before) throws IOException {
    if (before.equals(overlay.inForce())) {
      return;
    }
    Configuration now;
    try {
      now = over(overlay.inForce());
    } catch (SettingsRefusedException e) {
      now = base.configuration();
    }
    Set<String> concerned = new TreeSet<>(before.settings().keySet());
    concerned.addAll(overlay.inForce().settings().keySet());
    for (String pid : concerned) {
      Map<String, Object> values = now.values().getOrDefault(pid, Map.of());
      delivery.deliver(new Configuration(Map.of(pid, values)));
    }
  }

  private boolean fits(Layer layer) {
    try {
      over(layer);
      return true;
    } catch (SettingsRefusedException e) {
      log().error("settings from afar: version {}: {}", layer.version(), e.getMessage());
      return false;
    }
  }

  private Configuration over(Layer layer) throws SettingsRefusedException {
    Configuration configuration = base.configuration();
    Map<String, Map<String, Object>> values =
        RemotelySettable.check(layer.settings(), base.components(), configuration);
    for (Map.Entry<String, Map<String, Object>> component : values.entrySet()) {
      for (Map.Entry<String, Object> value : component.getValue().entrySet()) {
        configuration = configuration.with(component.getKey(), value.getKey(), value.getValue());
      }
    }
    return configuration;
  }

  private Overlay readOrSetAside() {
    try {
      Optional<Overlay> read = file.read();
      if (read.isPresent()) {
        return read.get();
      }
      damaged(file.path() + " is damaged and was set aside as " + file.setAside().getFileName());
    } catch (IOException e) {
      damaged(file.path() + " cannot be read");
    }
    return Overlay.NONE;
  }

  private void damaged(String what) {
    damage = what;
    log().error("settings from afar: {}; the kiosk starts as conf/kiosk.properties says", what);
  }

  /** Asked for when it is needed: bringing up the log is a quarter of a start. */
  private static Logger log() {
    return LoggerFactory.getLogger(RemoteDesk.class);
  }
}
