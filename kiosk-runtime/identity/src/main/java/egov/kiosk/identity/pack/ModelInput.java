package egov.kiosk.identity.pack;

import java.util.List;
import java.util.Objects;

/**
 * How a model wants to see a picture: each value is (pixel − mean) × scale, pixels from 0 to 255.
 *
 * @param width in pixels, 8 to 2048
 * @param height in pixels, 8 to 2048
 * @param channels order of colours
 * @param mean what is taken off each channel, one value for each, in the model's own order
 * @param scale by what the rest is multiplied
 * @param crop for models that see a square around a face: its side as a multiple of the longer side
 *     of the face box
 * @param margin for detectors that miss faces which fill the picture: when nothing is found they
 *     look again, with so much grey around it as a part of its sides; 0 for those that do not
 */
public record ModelInput(
    int width,
    int height,
    ChannelOrder channels,
    List<Double> mean,
    double scale,
    double crop,
    double margin) {
  public ModelInput {
    Objects.requireNonNull(channels, "channels");
    mean = List.copyOf(mean);
    if (mean.size() != channels.channels()) {
      throw new IllegalArgumentException("one mean for each channel");
    }
  }
}
