// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/stop.h"
#include "fetch/taskgroup.h"
#include "fetch/watchdog.h"
#include "support/testmain.h"

#include <QCoro/QCoroTask>
#include <QTest>

#include <optional>
#include <vector>

namespace tst_stop {

using namespace trawl::fetch;

namespace {

struct Patient : Watchdog::Watched
{
    void timeIsUp() override
    {
        ++fired;
        dog->unwatch(*this);
    }
    Watchdog *dog = nullptr;
    int fired = 0;
};

} // namespace

/// What stands in for cancelling, joining and time limits, which QCoro 0.8 does not have.
class TestStop : public QObject
{
    Q_OBJECT

private:
    struct Gate
    {
        std::coroutine_handle<> *handle;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> waiting) { *handle = waiting; }
        void await_resume() {}
    };
    static QCoro::Task<> child(TaskGroup &group, std::coroutine_handle<> &handle)
    {
        Gate gate{&handle};
        const auto ticket = group.enter();
        co_await gate;
    }
    static QCoro::Task<> parent(TaskGroup &group, bool &done)
    {
        auto all = group.allDone();
        co_await all;
        done = true;
    }

private Q_SLOTS:
    void eachCallbackRunsOnce()
    {
        const StopToken token;
        int calls = 0;
        const auto registration = token.onStop([&] { ++calls; });
        QVERIFY(!token.stopRequested());
        token.requestStop();
        token.requestStop();
        QVERIFY(token.stopRequested());
        QCOMPARE(calls, 1);
    }
    void aLateCallbackRunsAtOnce()
    {
        const StopToken token;
        token.requestStop();
        int calls = 0;
        const auto registration = token.onStop([&] { ++calls; });
        QCOMPARE(calls, 1);
    }
    void copiesAreOneToken()
    {
        const StopToken token;
        const auto copy = token;
        int calls = 0;
        const auto registration = copy.onStop([&] { ++calls; });
        token.requestStop();
        QCOMPARE(calls, 1);
        QVERIFY(copy.stopRequested());
    }
    void aRegistrationThatWentIsNotCalled()
    {
        const StopToken token;
        int calls = 0;
        {
            const auto gone = token.onStop([&] { ++calls; });
            auto replaced = token.onStop([&] { ++calls; });
            replaced = token.onStop([&] { calls += 10; });
            const auto moved = std::move(replaced);
        }
        token.requestStop();
        QCOMPARE(calls, 0);
    }
    void callbacksMayDropEachOther()
    {
        auto token = std::make_optional<StopToken>();
        int calls = 0;
        std::optional<StopToken::Registration> first;
        std::optional<StopToken::Registration> second;
        first = token->onStop([&] {
            ++calls;
            first.reset();
            second.reset();
            token.reset();
        });
        second = token->onStop([&] { ++calls; });
        token->requestStop();
        QCOMPARE(calls, 1);
    }

    void aGroupWaitsForItsChildren()
    {
        TaskGroup group;
        std::coroutine_handle<> one;
        std::coroutine_handle<> two;
        bool done = false;
        child(group, one);
        child(group, two);
        parent(group, done);
        QCOMPARE(group.running(), 2);
        one.resume();
        QCoreApplication::processEvents();
        QVERIFY(!done);
        two.resume();
        QCOMPARE(group.running(), 0);
        QVERIFY(!done); // from the event loop
        QTRY_VERIFY(done);
    }
    void anEmptyGroupIsDone()
    {
        TaskGroup group;
        bool done = false;
        parent(group, done);
        QVERIFY(done);
    }

    void theWatchdogBitesOnce()
    {
        Watchdog dog(10);
        std::vector<std::unique_ptr<Patient>> all;
        for (int i = 0; i < 5; ++i) {
            all.push_back(std::make_unique<Patient>());
            all.back()->dog = &dog;
            dog.watch(*all.back(), i == 3 ? 100'000 : 50);
        }
        QTRY_COMPARE(all[4]->fired, 1);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(all[std::size_t(i)]->fired, i == 3 ? 0 : 1);
        dog.unwatch(*all[3]);
        dog.unwatch(*all[3]);
    }
    void aTouchKeepsTheWatchdogQuiet()
    {
        Watchdog dog(10);
        Patient patient;
        patient.dog = &dog;
        dog.watch(patient, 100);
        for (int i = 0; i < 15; ++i) {
            QTest::qWait(20);
            dog.touch(patient);
        }
        QCOMPARE(patient.fired, 0);
        QTRY_COMPARE(patient.fired, 1);
    }
    void aStarvedLoopIsNoSilence()
    {
        Watchdog dog(10);
        Patient patient;
        patient.dog = &dog;
        dog.watch(patient, 100);
        QTest::qSleep(300);
        QCoreApplication::processEvents();
        QCOMPARE(patient.fired, 0);
        dog.unwatch(patient);
    }
};

TRAWL_TEST(Guiless, TestStop)

} // namespace tst_stop

#include "tst_stop.moc"
