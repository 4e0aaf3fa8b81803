package io.musemeter.scorer.service.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedAnswersTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new BoundedAnswers(100, Duration.ofSeconds(60)));

    @Test
    void anAnswerWithinTheBoundPasses() {
        channel.writeOutbound(bytes(10));

        channel.writeInbound(bytes(60), bytes(40));

        assertThat(channel.inboundMessages()).hasSize(2);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anAnswerBeyondItEndsTheConnectionAndIsNotKept() {
        channel.writeOutbound(bytes(10));
        ByteBuf tooMuch = bytes(41);

        assertThatThrownBy(() -> channel.writeInbound(bytes(60), tooMuch)).isInstanceOf(AnswerTooLongException.class);

        assertThat(channel.isOpen()).isFalse();
        assertThat(tooMuch.refCnt()).isZero();
    }

    @Test
    void eachRequestHasABoundOfItsOwn() {
        channel.writeOutbound(bytes(10));
        channel.writeInbound(bytes(90));

        channel.writeOutbound(bytes(10));
        channel.writeInbound(bytes(90));

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aTrickleEndsWhenItsTimeIsUp() {
        channel.freezeTime();
        channel.writeOutbound(bytes(10));
        channel.writeInbound(bytes(1));

        channel.advanceTimeBy(61, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void theTimeIsCountedFromTheLastRequest() {
        channel.freezeTime();
        channel.writeOutbound(bytes(10));
        channel.advanceTimeBy(59, TimeUnit.SECONDS);
        channel.writeOutbound(bytes(10));

        channel.advanceTimeBy(59, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isTrue();
    }

    private static ByteBuf bytes(int number) {
        return Unpooled.wrappedBuffer(new byte[number]);
    }
}
