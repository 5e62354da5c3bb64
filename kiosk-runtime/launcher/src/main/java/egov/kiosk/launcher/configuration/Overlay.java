package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.port.RemoteSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that is remembered of settings from afar.
 *
 * @param kept what is in force unless something is on trial
 * @param trial what is on trial
 * @param reverted the highest version that was ever reverted, or 0
 */
record Overlay(Layer kept, Optional<Trial> trial, long reverted) {
  static final Overlay NONE = new Overlay(new Layer(0, Map.of()), Optional.empty(), 0);

  /** One version: text by key, by component pid. */
  record Layer(long version, Map<String, Map<String, String>> settings) {
    Layer {
      Map<String, Map<String, String>> copy = new TreeMap<>();
      settings.forEach((pid, keys) -> copy.put(pid, Map.copyOf(keys)));
      settings = Map.copyOf(copy);
    }
  }

  /** A version that may run for some more time. */
  record Trial(Layer layer, Duration left) {}

  /** What the components are to be set by. */
  Layer inForce() {
    return trial.map(Trial::layer).orElse(kept);
  }

  /** The highest version there ever was. */
  long highest() {
    return Math.max(Math.max(kept.version(), reverted), inForce().version());
  }

  Overlay begin(Layer layer) {
    return new Overlay(kept, Optional.of(new Trial(layer, RemoteSettings.TRIAL)), reverted);
  }

  Overlay keep() {
    return new Overlay(inForce(), Optional.empty(), reverted);
  }

  Overlay revert() {
    return new Overlay(kept, Optional.empty(), Math.max(reverted, inForce().version()));
  }

  /** Takes from the time of the trial; there is one. */
  Overlay spend(Duration ran) {
    Duration left = trial.orElseThrow().left().minus(ran);
    return left.isNegative() || left.isZero()
        ? revert()
        : new Overlay(kept, Optional.of(new Trial(inForce(), left)), reverted);
  }
}
