package egov.kiosk.launcher.port;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Settings from afar (远程配置), laid over the technician's file, which is never written. A version is
 * on trial first: it is in force, but the time it may run without being kept is limited, over all
 * starts together; when that is used up, the launcher itself goes back to the version kept before.
 * A version that was reverted once is never taken again. Safe for use by several threads.
 */
public interface RemoteSettings {
  /** How long a version may run on trial, all starts together. */
  Duration TRIAL = Duration.ofMinutes(5);

  /** What one start takes of that time, so that a start that fails uses it up as well. */
  Duration START_COST = Duration.ofMinutes(1);

  /**
   * How things stand.
   *
   * @param kept the version that was kept last; 0 when there is none
   * @param trial the version on trial; 0 when there is none
   * @param left how long it may still run on trial
   * @param reverted the highest version that was ever reverted; 0 when there is none
   * @param trouble whether a component complained since the trial began
   * @param damage what was wrong with the file of the settings at the start; empty when nothing was
   */
  record State(
      long kept, long trial, Duration left, long reverted, boolean trouble, String damage) {}

  /** How things stand now. */
  State state();

  /**
   * Puts a version on trial: checks it, keeps it on the disk, and gives it to the components; all
   * or nothing. One that is on trial already is replaced.
   *
   * @param version greater than those kept, on trial and reverted
   * @param settings text by key, by component pid; every setting that is not named is as the
   *     technician's file has it
   * @throws SettingsRefusedException when a value is not allowed or it cannot be kept; nothing
   *     changed
   */
  void begin(long version, Map<String, Map<String, String>> settings)
      throws SettingsRefusedException;

  /**
   * Ends the trial for good; does nothing when there is none.
   *
   * @throws IOException when it cannot be written; the trial goes on
   */
  void keep() throws IOException;

  /** Ends the trial and goes back to the version kept before; does nothing when there is none. */
  void revert();

  /**
   * Notes that the version on trial ran for a while; reverts it when its time is used up. Does
   * nothing when there is none.
   *
   * @return whether it was reverted now
   */
  boolean spend(Duration ran);
}
